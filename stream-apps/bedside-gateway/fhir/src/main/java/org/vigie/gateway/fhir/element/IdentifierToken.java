package org.vigie.gateway.fhir.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Represents an identifier to search for: {@code system|value}.
 *
 * @param system empty for any system; an empty text for identifiers without a system
 */
public record IdentifierToken(Optional<String> system, String value) {
    /** Parses alternatives: {@code a|1,b|2}. A backslash escapes the bar, the comma, the dollar sign and itself. */
    public static List<IdentifierToken> parse(String text) {
        TokenParser parser = new TokenParser();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                parser.word.append(text.charAt(++i));
            } else {
                parser.take(text.charAt(i));
            }
        }
        parser.end();
        return parser.tokens;
    }

    public boolean fits(FhirElement identifier) {
        return identifier.text("value").equals(value)
                && (system.isEmpty() || identifier.text("system").equals(system.get()));
    }

    /** Collects the tokens of a text, character by character. */
    private static final class TokenParser {
        private final List<IdentifierToken> tokens = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private Optional<String> system = Optional.empty();

        private void take(char next) {
            if (next == '|' && system.isEmpty()) {
                system = Optional.of(word.toString().strip());
                word.setLength(0);
            } else if (next == ',') {
                end();
            } else {
                word.append(next);
            }
        }

        private void end() {
            tokens.add(new IdentifierToken(system, word.toString().strip()));
            system = Optional.empty();
            word.setLength(0);
        }
    }
}

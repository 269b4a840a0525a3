package org.vigie.gateway.fhir.reference;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.IdentifierToken;

/**
 * Represents a conditional reference: {@code Patient?identifier=system|value}. The criterion {@code identifier} is supported; others are
 * refused. FHIR R4, RESTful API, transactions: a transaction fails when such a reference has no match, or several.
 *
 * @param type type of the resource
 * @param all the criteria, each with its alternatives; a resource must fit one alternative of every criterion
 * @param problem why the reference is refused, without any value that was sent; empty when it is not
 */
record ConditionalReference(String type, List<List<IdentifierToken>> all, Optional<String> problem) {
    private static final Pattern SEARCH = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]{1,63})/?\\?(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final String IDENTIFIER = "identifier";

    ConditionalReference {
        all = List.copyOf(all);
    }

    /** Returns true when a reference is conditional, even if it is malformed. */
    static boolean isSearch(String reference) {
        return reference.indexOf('?') >= 0 && !reference.startsWith("#") && !reference.startsWith("urn:");
    }

    /**
     * Parses a conditional reference.
     *
     * @param reference a text that {@link #isSearch is conditional}
     */
    static ConditionalReference of(String reference) {
        int query = reference.indexOf('?');
        Matcher matcher = SEARCH.matcher(reference.substring(0, query) + "?");
        return matcher.matches()
                ? of(matcher.group(1), reference.substring(query + 1))
                : unsupported("", "must be a search of one type of resource");
    }

    static ConditionalReference of(String type, String query) {
        List<List<IdentifierToken>> all = new ArrayList<>();
        for (String criterion : query.split("&", -1)) {
            int equals = criterion.indexOf('=');
            String name = decoded(equals < 0 ? criterion : criterion.substring(0, equals));
            List<IdentifierToken> tokens =
                    IdentifierToken.parse(equals < 0 ? "" : decoded(criterion.substring(equals + 1)));
            String problem = problem(name, tokens);
            if (!problem.isEmpty()) {
                return unsupported(type, problem);
            }
            all.add(tokens);
        }
        return new ConditionalReference(type, all, Optional.empty());
    }

    /** Returns why a criterion is not supported. Empty when it is. A name that is no name is not quoted. */
    private static String problem(String name, List<IdentifierToken> tokens) {
        if (!name.equals(IDENTIFIER)) {
            String quoted = NAME.matcher(name).matches() ? "'" + name + "' " : "";
            return "the criterion " + quoted + "is not supported, only 'identifier' is";
        }
        boolean hasValues = !tokens.isEmpty()
                && tokens.stream().noneMatch(token -> token.value().isEmpty());
        return hasValues ? "" : "the criterion 'identifier' must have a value";
    }

    private static ConditionalReference unsupported(String type, String why) {
        return new ConditionalReference(type, List.of(), Optional.of(why));
    }

    /** Decodes percent escapes. A plus is a plus. Empty when the text cannot be decoded. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Returns true when a sent resource fits the criteria. */
    boolean fits(FhirElement resource) {
        List<FhirElement> identifiers = resource.each(IDENTIFIER);
        return resource.type().equals(type)
                && all.stream()
                        .allMatch(alternatives -> identifiers.stream()
                                .anyMatch(
                                        identifier -> alternatives.stream().anyMatch(token -> token.fits(identifier))));
    }

    /**
     * Returns the identifiers to ask the census for. The census knows one identifier of each patient, so that several criteria cannot be
     * asked for.
     */
    List<String> numbers() {
        return all.size() == 1
                ? all.get(0).stream().map(IdentifierToken::value).distinct().toList()
                : List.of();
    }
}

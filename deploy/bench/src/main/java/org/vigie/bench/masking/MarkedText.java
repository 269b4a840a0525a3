package org.vigie.bench.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.signal.masking.MaskKind;
import org.vigie.signal.masking.MaskedSpan;

/**
 * Holds a text whose identifiers and values are known: {@code [[NAME:Jean Dupont]] {{FC 130/min}}}.
 *
 * @param text without the marks
 * @param identifiers places of the identifiers
 * @param values clinical values, which must stay
 */
record MarkedText(String text, List<MaskedSpan> identifiers, List<String> values) {
    private static final Pattern MARK = Pattern.compile("\\[\\[(?<kind>[A-Z_]+):(?<id>.+?)]]|\\{\\{(?<value>.+?)}}");

    MarkedText {
        identifiers = List.copyOf(identifiers);
        values = List.copyOf(values);
    }

    static MarkedText of(String line) {
        StringBuilder text = new StringBuilder();
        List<MaskedSpan> identifiers = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Matcher mark = MARK.matcher(line);
        int from = 0;
        while (mark.find()) {
            text.append(line, from, mark.start());
            if (mark.group("value") == null) {
                int start = text.length();
                text.append(mark.group("id"));
                identifiers.add(new MaskedSpan(start, text.length(), MaskKind.valueOf(mark.group("kind"))));
            } else {
                text.append(mark.group("value"));
                values.add(mark.group("value"));
            }
            from = mark.end();
        }
        return new MarkedText(text.append(line, from, line.length()).toString(), identifiers, values);
    }
}

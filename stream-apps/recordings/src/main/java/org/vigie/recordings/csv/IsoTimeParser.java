package org.vigie.recordings.csv;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Parses times after ISO 8601, with a blank in place of the T, and offsets such as {@code +01} and {@code +0100}. */
final class IsoTimeParser {
    private static final int MINUTES_END = 16;
    private static final int DATE_END = 10;

    private IsoTimeParser() {}

    /**
     * Returns an {@link OffsetDateTime} when the text has an offset, else a {@link LocalDateTime}.
     *
     * @throws java.time.DateTimeException when it is no time
     */
    static TemporalAccessor parse(String field) {
        if (isPlainLocal(field)) {
            return LocalDateTime.parse(field);
        }
        String text = field.toUpperCase(Locale.ROOT)
                .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
                .replace(" ", "");
        if (!text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")) {
            return LocalDateTime.parse(text);
        }
        String withMinutes = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2").replaceFirst("([+-]\\d\\d)$", "$1:00");
        return OffsetDateTime.parse(withMinutes);
    }

    /** Returns true when a text is like {@code 2026-03-05T08:00:00}, as most are: no offset, no blank. */
    private static boolean isPlainLocal(String field) {
        return field.length() >= MINUTES_END
                && field.charAt(DATE_END) == 'T'
                && field.lastIndexOf('-') < DATE_END
                && field.indexOf('+') < 0
                && Character.isDigit(field.charAt(field.length() - 1));
    }
}

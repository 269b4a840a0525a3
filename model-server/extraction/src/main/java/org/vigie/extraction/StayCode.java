package org.vigie.extraction;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds one code of a stay: a diagnosis, a procedure or a drug.
 *
 * @param stay id in the warehouse
 * @param vocabulary such as {@code CIM10}, {@code CCAM} or {@code ATC}
 * @param code without dots and blanks, in capitals
 * @param coded when it was made or given; empty when not known
 */
record StayCode(long stay, CodeKind kind, String vocabulary, String code, Optional<LocalDateTime> coded) {
    /** Forms of the vocabularies that France uses. A code of another vocabulary needs one letter or digit. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "CIM10", Pattern.compile("[A-Z]\\d{2}[0-9A-Z+]*"),
            "CCAM", Pattern.compile("[A-Z]{4}\\d{3}"),
            "ATC", Pattern.compile("[A-Z]\\d{2}([A-Z]([A-Z](\\d{2})?)?)?"));

    private static final Pattern ANY = Pattern.compile("[0-9A-Z].*");

    /** Lists what a code stands for. */
    enum CodeKind {
        DIAGNOSIS,
        PROCEDURE,
        DRUG
    }

    StayCode {
        code = code.replaceAll("[.\\s]", "").toUpperCase(Locale.ROOT);
    }

    /** Returns whether the code has the form of its vocabulary. */
    boolean isWellFormed() {
        return FORMS.getOrDefault(vocabulary, ANY).matcher(code).matches();
    }

    /** Returns the row of the file of codes, with minutes since the admission to the unit. */
    String row(int record, LocalDateTime admitted) {
        String minutes = coded.map(
                        at -> Long.toString(Duration.between(admitted, at).toMinutes()))
                .orElse("");
        return "%d,%s,%s,%s,%s".formatted(record, kind, vocabulary, code, minutes);
    }
}

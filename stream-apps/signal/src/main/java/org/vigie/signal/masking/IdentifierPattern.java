package org.vigie.signal.masking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds identifiers by their form.
 *
 * @param pattern whose group {@code id} is the identifier
 */
record IdentifierPattern(MaskKind kind, Pattern pattern) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String MONTH_NAME =
            "(?:janv(?:ier)?|f[ée]v(?:rier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?"
                    + "|nov(?:embre)?|d[ée]c(?:embre)?)\\.?";
    private static final String WRITTEN_DATE = DAY + "(?:er)?\\s+" + MONTH_NAME + "\\s+(?:19|20)?\\d{2}";
    /** The years in which today's adult patients were born. */
    private static final String YEAR = "(?:19\\d{2}|200\\d|201[0-2])";

    private static final String BORN =
            "(?:n[ée]e?s?\\s*\\(?e?\\)?\\s*(?:le|en)?|ddn|d\\.d\\.n\\.?|date\\s+de\\s+naiss(?:ance)?\\.?|naissance|dob|born(?:\\s+on)?)\\s*[:=]?\\s*";
    private static final String STREET =
            "(?:rue|avenue|av\\.?|boulevard|bd\\.?|bld\\.?|place|pl\\.|all[ée]es?|impasse|imp\\.|chemin|ch\\.|route|rte\\.?|quai|square|cours"
                    + "|passage|r[ée]sidence|r[ée]s\\.|lotissement|lot\\.|hameau|sentier|faubourg|fbg|villa|mont[ée]e|voie|esplanade)";
    private static final String TOWN =
            "(?:\\s*,?\\s*(?:F-?)?\\d{5}\\s+\\p{L}[\\p{L}'’-]+(?:[\\s-](?-i:\\p{Lu})[\\p{L}'’-]+){0,3}|\\s*,\\s*(?-i:\\p{Lu})[\\p{L}'’-]+)?";

    /** Returns the patterns in the order of their force: the first that finds a place keeps it. */
    static List<IdentifierPattern> all() {
        return Stream.of(numbers(), addresses(), dates()).flatMap(List::stream).toList();
    }

    private static List<IdentifierPattern> numbers() {
        return List.of(
                of(MaskKind.MAIL, "(?<id>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"),
                of(
                        MaskKind.NATIONAL_NUMBER,
                        "(?<![\\d.,])(?<id>[1278]S\\d{2}S(?:0[1-9]|1[0-2]|[2-9]\\d)S(?:\\d{2}|2[AB])S\\d{3}S\\d{3}(?:S(?:cl[ée]\\s?)?\\d{2})?)"
                                        .replace("S", "[\\s.-]?")
                                + "(?![\\d.,]\\d|\\d)"),
                of(
                        MaskKind.TELEPHONE,
                        "(?<![\\d.,/])(?<id>(?:(?:\\+|00)\\s?33\\s?(?:\\(0\\)\\s?)?|0)[1-9](?:[\\s.-]?\\d{2}){4})(?!\\d)"),
                of(MaskKind.TELEPHONE, "(?<![\\d.,/])(?<id>(?:\\+|00)\\d{1,3}(?:[\\s.-]?\\d{2,4}){3,4})(?!\\d)"),
                of(
                        MaskKind.RECORD_NUMBER,
                        "\\b(?:ipp|nip|nda|iep|ins|nir|mrn|dossier|s[ée]jour|s[ée]cu(?:rit[ée]\\s+sociale)?|ssn|id\\s+patient)\\b"
                                + "\\s*(?:n[°o]\\.?|num[ée]ro|#)?\\s*[:=]?\\s*(?<id>[A-Z]{0,3}\\d[\\dA-Z-]{3,})"),
                of(MaskKind.RECORD_NUMBER, "(?<![\\d.,])(?<id>\\d{9,20})(?![\\d.,]\\d|\\d)"));
    }

    private static List<IdentifierPattern> dates() {
        return List.of(
                of(
                        MaskKind.BIRTH_DATE,
                        "\\b" + BORN + "(?<id>" + DAY + "\\s?[/.\\s-]\\s?" + MONTH
                                + "\\s?[/.\\s-]\\s?(?:\\d{4}|\\d{2})|" + WRITTEN_DATE + "|" + MONTH + "[/.-]" + DAY
                                + "[/.-]\\d{4}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|(?:19|20)\\d{6}|" + YEAR + ")\\b"),
                of(MaskKind.BIRTH_DATE, "(?<![\\d.,/])(?<id>" + DAY + "[/.-]" + MONTH + "[/.-]" + YEAR + ")(?![\\d/])"),
                of(MaskKind.BIRTH_DATE, "(?<![\\d.,/-])(?<id>" + YEAR + "-\\d{2}-\\d{2})(?![\\d-])"),
                of(
                        MaskKind.BIRTH_DATE,
                        "(?<![\\d.,/])(?<id>(?:19\\d{2}|200\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?!\\d)"),
                of(MaskKind.BIRTH_DATE, "\\b(?<id>" + DAY + "(?:er)?\\s+" + MONTH_NAME + "\\s+" + YEAR + ")\\b"));
    }

    private static List<IdentifierPattern> addresses() {
        String words =
                "(?:\\s+(?:d['’]|de|du|des|la|le|les|l['’]|saint|sainte|st|ste|général|gal|docteur|dr)?\\s?(?:[\\p{L}'’.-]+|\\d{1,2}\\s"
                        + MONTH_NAME + "(?:\\s\\d{4})?)){1,6}?";
        return List.of(
                of(
                        MaskKind.ADDRESS,
                        "(?<![\\d.,/])(?<id>\\d{1,4}\\s?(?:bis|ter|quater|[A-D])?\\s*,?\\s+" + STREET + words
                                + "(?:(?=\\s*[,;.()]|\\s*$|\\s+\\d|\\s+-)" + TOWN + "))"),
                of(
                        MaskKind.ADDRESS,
                        "\\b(?:adresse|adr\\.?|domicile|habite|demeurant)\\s*(?:[:=]|(?:au|à|a)\\b)?\\s*(?<id>[^;.()\\[\\]]{6,80})"));
    }

    private static IdentifierPattern of(MaskKind kind, String regex) {
        return new IdentifierPattern(kind, Pattern.compile(regex, FLAGS));
    }

    /** Returns the places of the identifiers in a text. */
    Stream<MaskedSpan> find(String text) {
        return pattern.matcher(text).results().map(found -> {
            var again = pattern.matcher(text);
            var unused = again.find(found.start());
            return new MaskedSpan(again.start("id"), again.end("id"), kind);
        });
    }
}

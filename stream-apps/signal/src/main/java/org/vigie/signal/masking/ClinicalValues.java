package org.vigie.signal.masking;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds measured values in a text: a number with its unit, or a number after the name of what was measured. They are never masked. */
final class ClinicalValues {
    private static final String NUMBER =
            "[<>≤≥]?\\s?[+-]?\\d{1,6}(?:[.,]\\d{1,3})?(?:\\s?/\\s?\\d{1,3}(?:[.,]\\d{1,3})?)?";
    private static final String UNIT =
            "(?:%|‰|mm\\s?Hg|cm\\s?H2O|k?Pa|m?bar|/\\s?min(?:ute)?|min-1|bpm|cpm|c/min|l/min|ml(?:/h|/kg|/min)?|dl|cl|l|°\\s?C|°"
                    + "|m?g(?:/l|/dl|/h|/kg(?:/min|/h)?)?|[µu]g(?:/kg(?:/min)?|/min)?|m?mol(?:/l)?|[µu]mol(?:/l)?|mEq(?:/l)?|UI?(?:/h|/l)?|kg|cm|mm3?|G/l"
                    + "|m?V|mA|J|h|min|s|sec|ms|ans?|mois|jours?|j|heures?|minutes?|FiO2|PEEP|PEP)";
    private static final String QUANTITY =
            "(?:FC|FR|HR|RR|SpO2|SaO2|PAS|PAD|PAM|TA|PA|PNI|PVC|PIC|PPC|EtCO2|T°|Temp|FiO2|PEP|PEEP|VT|Vt|GCS|RASS|BPS|NEWS2?"
                    + "|EVA|Glasgow|glyc[ée]mie|lactates?|pH|PaO2|PaCO2|HCO3|K|Na|Hb|plaquettes|leucocytes|leuco|cr[ée]atinine?|diur[èe]se|INR|TP)";

    private static final Pattern VALUE = Pattern.compile(
            "(?<![\\p{L}\\d])" + NUMBER + "\\s?" + UNIT + "(?![\\p{L}\\d])|(?<!\\p{L})" + QUANTITY
                    + "\\s*[:=<>≤≥à]?\\s*" + NUMBER + "(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern UNIT_WORD = Pattern.compile(UNIT, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Lists the words of monitors for the height and the speed of a value. */
    private static final Set<String> DIRECTIONS = Set.of(
            "low", "high", "slow", "fast", "bas", "basse", "haut", "haute", "lent", "lente", "rapide", "faible", "max",
            "maximum", "minimum", "moyen", "moyenne", "mean", "limit", "limite");

    /** Returns whether a word, in lower case without accents, is a unit or says how high or how fast a value is. */
    static boolean isWord(String word) {
        return DIRECTIONS.contains(word) || UNIT_WORD.matcher(word).matches();
    }

    /** Returns the places of the values in a text. */
    List<MaskedSpan> find(String text) {
        return VALUE.matcher(text)
                .results()
                .map(found -> new MaskedSpan(found.start(), found.end(), MaskKind.NAME))
                .toList();
    }
}

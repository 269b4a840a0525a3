package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that texts about a variable are made of, in English and French: {@code variable-words.csv}. */
final class VariableWords {
    private static final Map<String, Set<String>> WORDS = words();
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NON_INVASIVE = Pattern.compile("\\bnon[ _-]+invasive?\\b");

    private VariableWords() {}

    /** Whether a text is made of the variable's words alone: one word of something else, and it is about that. */
    static boolean describe(String variable, String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String joined = NON_INVASIVE.matcher(plain).replaceAll("noninvasive");
        List<String> said =
                BETWEEN.splitAsStream(joined).filter(word -> !word.isEmpty()).toList();
        return !said.isEmpty() && WORDS.getOrDefault(variable, Set.of()).containsAll(said);
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> all = new HashMap<>();
        for (NamedCsvRecord row : CodeTables.rows("variable-words.csv")) {
            all.put(row.getField("variable"), Set.of(row.getField("words").split("\\|", -1)));
        }
        return Map.copyOf(all);
    }
}

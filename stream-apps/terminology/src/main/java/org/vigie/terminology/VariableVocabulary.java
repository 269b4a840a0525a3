package org.vigie.terminology;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds the words that describe each variable, in English and French, from {@code variable-words.csv}. Immutable. */
final class VariableVocabulary {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NON_INVASIVE = Pattern.compile("\\bnon[ _-]+invasive?\\b");

    private final Map<String, Set<String>> words;

    private VariableVocabulary(Map<String, Set<String>> words) {
        this.words = Map.copyOf(words);
    }

    static VariableVocabulary standard() {
        Map<String, Set<String>> words = new HashMap<>();
        for (NamedCsvRecord row : new CodeTable("variable-words.csv").rows()) {
            words.put(row.getField("variable"), Set.of(row.getField("words").split("\\|", -1)));
        }
        return new VariableVocabulary(words);
    }

    /** Returns true when a text consists of words of the variable. A text with one other word describes something else. */
    boolean describes(String variable, String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String joined = NON_INVASIVE.matcher(plain).replaceAll("noninvasive");
        List<String> sent = BETWEEN_WORDS
                .splitAsStream(joined)
                .filter(word -> !word.isEmpty())
                .toList();
        return !sent.isEmpty() && words.getOrDefault(variable, Set.of()).containsAll(sent);
    }
}

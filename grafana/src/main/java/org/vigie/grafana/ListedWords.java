package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code {words VOCABULARY COLUMN}} in a query of SQL by an expression that writes words for the codes of a list. Grafana maps a cell
 * as a whole, and a list of several codes is no value of a vocabulary.
 */
final class ListedWords {
    private static final Pattern LIST = Pattern.compile("\\{words (\\S+) (\\S+)}");

    private final DashboardVariant variant;
    private final JsonNode vocabularies;

    ListedWords(DashboardVariant variant, PanelModel model) {
        this.variant = variant;
        this.vocabularies = model.vocabularies();
    }

    /** Returns the query with an expression for each list. */
    String in(String query) {
        return LIST.matcher(query).replaceAll(found -> Matcher.quoteReplacement(expression(found)));
    }

    /** A code is replaced as a whole word, so that no word of a code before it is. */
    private String expression(MatchResult list) {
        String text = list.group(2);
        for (var word : vocabularies.get(list.group(1)).properties()) {
            String words = variant.language().of(word.getValue()).replace("'", "''");
            text = "regexp_replace(" + text + ", '\\b" + word.getKey() + "\\b', '" + words + "')";
        }
        return text;
    }
}

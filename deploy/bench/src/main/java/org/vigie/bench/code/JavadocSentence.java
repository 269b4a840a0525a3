package org.vigie.bench.code;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the first sentence of a Javadoc by a simple rule.
 *
 * @param text the sentence on one line; empty when the Javadoc has none
 */
record JavadocSentence(String text) {
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s|(?:^|\\s)@\\w|\\s?<(?:p|ul|pre)>");

    /** A verb in the third person; a word before "of" is a noun, as in "Names of variables". */
    private static final Pattern FIRST_WORD = Pattern.compile("([A-Z][a-z-]+s)\\b(?! of\\b).*");

    /** Nouns and pronouns that end in -s and often begin a sentence. */
    private static final Set<String> NO_VERBS = Set.of(
            "Its", "Options", "Points", "Predictions", "Settings", "Sources", "Tensors", "This", "Trees", "Words");

    private static final Pattern CLAUSE_END =
            Pattern.compile("[;:]| (?:that|which|who|whose|where|when|in which|for which) ");

    private static final Pattern VERB = Pattern.compile(".* (?:is|are|was|were|has|have|had|can|may|must|does|do) .*");

    static JavadocSentence firstOf(String javadoc) {
        return new JavadocSentence(END.split(javadoc, 2)[0].strip());
    }

    /** Returns true when the sentence begins with a verb, or has a form of "be", "have", "do", "can" or "must" in its main clause. */
    boolean hasVerb() {
        Matcher first = FIRST_WORD.matcher(text);
        return (first.matches() && !NO_VERBS.contains(first.group(1)))
                || VERB.matcher(CLAUSE_END.split(text + " ", 2)[0]).matches();
    }
}

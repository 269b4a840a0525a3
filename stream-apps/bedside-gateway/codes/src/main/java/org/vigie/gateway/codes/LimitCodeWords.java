package org.vigie.gateway.codes;

import java.util.List;

/** Words in a sender's own code that say: not what was measured, but what was set, or a limit of an alarm. */
final class LimitCodeWords {
    private static final List<String> WORDS =
            List.of("SET", "LIM", "LIMIT", "LIMITS", "ALARM", "ALM", "HI", "HIGH", "LO", "LOW", "TARGET");

    private LimitCodeWords() {}

    /** As a word ({@code RR-SET}), at the end of one ({@code HRHI}), or at the beginning of all ({@code SETRR}). */
    static boolean isIn(String code) {
        if (isAt(code, 0, "SET")) {
            return true;
        }
        for (String word : WORDS) {
            for (int at = code.length() - word.length(); at >= 0; at--) {
                int end = at + word.length();
                boolean ends = end == code.length() || !Character.isLetter(code.charAt(end));
                if (ends && isAt(code, at, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(String code, int at, String word) {
        return code.regionMatches(true, at, word, 0, word.length());
    }
}

package org.vigie.terminology;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Holds a code as it was sent.
 *
 * @param system the sender's name of the coding system; empty when it was not sent
 * @param code empty when only a name was sent
 * @param name text of the code; empty when it was not sent
 */
public record SentCode(String system, String code, String name) {
    private static final int PARTITION = 1 << 16;
    private static final List<String> LIMIT_OR_SETTING_WORDS =
            List.of("SET", "LIM", "LIMIT", "LIMITS", "ALARM", "ALM", "HI", "HIGH", "LO", "LOW", "TARGET");
    private static final Pattern BLANKS = Pattern.compile("[\\s_]+");

    public SentCode {
        system = system.trim();
        code = code.trim();
        name = name.trim();
    }

    public CodeSystem definedBy() {
        CodeSystem named = CodeSystem.of(system);
        boolean isMdcByName = named == CodeSystem.LOCAL && (code.startsWith("MDC_") || name.startsWith("MDC_"));
        return isMdcByName ? CodeSystem.MDC : named;
    }

    public boolean isEmpty() {
        return code.isEmpty() && name.isEmpty();
    }

    /**
     * Returns the context-free number of ISO 11073. {@code 150037}, {@code 2::18965} and Philips' {@code 0002-4a15} are equal. Returns -1
     * for other texts.
     */
    public static int number(String text) {
        int colons = text.indexOf("::");
        if (colons > 0) {
            return joined(digits(text, 0, colons, 10), digits(text, colons + 2, text.length(), 10));
        }
        if (text.length() == 9 && text.charAt(4) == '-') {
            return joined(digits(text, 0, 4, 16), digits(text, 5, 9, 16));
        }
        return digits(text, 0, text.length(), 10);
    }

    private static int joined(int partition, int term) {
        return partition < 0 || partition >= PARTITION >> 1 || term < 0 || term >= PARTITION
                ? -1
                : partition * PARTITION + term;
    }

    private static int digits(String text, int from, int to, int radix) {
        if (from >= to || to - from > 9) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    /**
     * Returns true when the code names a setting or an alarm limit instead of a measurement. Such a word stands alone ({@code RR-SET}), at
     * the end of another ({@code HRHI}), or, for SET, at the beginning of the code ({@code SETRR}).
     */
    boolean namesLimitOrSetting() {
        if (isAt(0, "SET")) {
            return true;
        }
        return LIMIT_OR_SETTING_WORDS.stream().anyMatch(this::endsAWord);
    }

    /** Returns true when a word stands in the code and no letter follows it. */
    private boolean endsAWord(String word) {
        for (int at = code.length() - word.length(); at >= 0; at--) {
            int end = at + word.length();
            boolean isEnd = end == code.length() || !Character.isLetter(code.charAt(end));
            if (isEnd && isAt(at, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at, String word) {
        return code.regionMatches(true, at, word, 0, word.length());
    }

    /** Returns a name in the form in which names are compared: upper case, one blank between words. */
    static String plain(String name) {
        return BLANKS.matcher(name.trim().toUpperCase(Locale.ROOT)).replaceAll(" ");
    }
}

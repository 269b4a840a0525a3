package org.vigie.recordings.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a number as a table writes it, with its marks.
 *
 * @param text without blanks around it; spaces between digits are apostrophes
 */
record WrittenNumber(String text) {
    /** Stands for no decimal mark. */
    static final char NO_MARK = 0;

    private static final int GROUP = 3;
    private static final Pattern ONE_MARK = Pattern.compile("[+-]?(\\d+)([.,])(\\d+)");
    private static final Pattern GROUPS_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:(,)\\d{3}(?:\\1\\d{3})*)\\.\\d+");
    private static final Pattern GROUPS_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:(\\.)\\d{3}(?:\\1\\d{3})*),\\d+");
    private static final Pattern MANY_COMMAS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3}){2,}");
    private static final Pattern MANY_POINTS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");
    private static final Pattern SPACED = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:[ '’]\\d{3})+(?:([.,])\\d+)?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
    /** No-break space, narrow no-break space, thin space, figure space: they group digits as an apostrophe does. */
    private static final Pattern GROUPING_SPACES = Pattern.compile("(?<=\\d)[\\u00a0\\u202f\\u2009\\u2007](?=\\d)");

    static WrittenNumber of(String field) {
        return new WrittenNumber(GROUPING_SPACES.matcher(field.strip()).replaceAll("'"));
    }

    boolean hasDigits() {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Returns the one mark of {@code 250,000}, which may stand before decimals or group thousands; {@link #NO_MARK} for others. */
    char ambiguousMark() {
        Matcher one = ONE_MARK.matcher(text);
        return one.matches() && couldBeGroups(one.group(1), one.group(3))
                ? one.group(2).charAt(0)
                : NO_MARK;
    }

    /** Returns true when digits have the shape of groups: one to three digits, not 0 first, then three. */
    private static boolean couldBeGroups(String before, String behind) {
        return behind.length() == GROUP && before.length() <= GROUP && before.charAt(0) != '0';
    }

    /** Returns the only decimal mark that this number can have; {@link #NO_MARK} when it leaves that open. */
    char onlyMark() {
        Matcher one = ONE_MARK.matcher(text);
        if (one.matches()) {
            return couldBeGroups(one.group(1), one.group(3))
                    ? NO_MARK
                    : one.group(2).charAt(0);
        }
        if (GROUPS_POINT.matcher(text).matches() || MANY_COMMAS.matcher(text).matches()) {
            return '.';
        }
        if (GROUPS_COMMA.matcher(text).matches() || MANY_POINTS.matcher(text).matches()) {
            return ',';
        }
        Matcher spaced = SPACED.matcher(text);
        return spaced.matches() && spaced.group(1) != null ? spaced.group(1).charAt(0) : NO_MARK;
    }

    /** Returns the number without its grouping, which must be whole, and with a decimal point. */
    String plain(char mark) {
        boolean isComma = mark == ',';
        boolean isSpaced = SPACED.matcher(text).matches() && (text.indexOf(' ') < 0 || isComma);
        String ungrouped = isSpaced ? text.replaceAll("[ '’]", "") : text;
        Pattern grouped = isComma ? GROUPED_BY_POINT : GROUPED_BY_COMMA;
        if (mark != NO_MARK && grouped.matcher(ungrouped).matches()) {
            ungrouped = ungrouped.replace(isComma ? "." : ",", "");
        }
        if (!isComma) {
            return ungrouped;
        }
        return ungrouped.contains(".") ? text : ungrouped.replace(',', '.');
    }
}

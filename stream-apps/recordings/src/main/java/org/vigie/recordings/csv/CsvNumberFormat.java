package org.vigie.recordings.csv;

import java.util.regex.Pattern;

/**
 * The one number format of a table: which mark stands before the decimals. It is declared, or told by the table's own numbers: {@code
 * 36,6}, {@code 0,250} and {@code 1.250,5} can only have a decimal comma, {@code 36.6} and {@code 1,250.5} only a decimal point. {@code
 * 250,000} alone tells nothing: it is no value until another number of the table decides.
 */
public final class CsvNumberFormat {
    /** What a field is. */
    enum CsvFieldKind {
        NUMBER,
        /** Words where the monitor gave no number. */
        WORDS,
        /** Digits that are no number, or could be two. */
        NO_VALUE
    }

    /**
     * A field that was read.
     *
     * @param value of a number
     * @param reason why it is none
     */
    record CsvNumberField(CsvFieldKind kind, double value, String reason) {
        static CsvNumberField noValue(String reason) {
            return new CsvNumberField(CsvFieldKind.NO_VALUE, Double.NaN, reason);
        }
    }

    private static final Pattern ONE_MARK = Pattern.compile("[+-]?(\\d+)([.,])(\\d+)");
    private static final Pattern GROUPS_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:(,)\\d{3}(?:\\1\\d{3})*)\\.\\d+");
    private static final Pattern GROUPS_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:(\\.)\\d{3}(?:\\1\\d{3})*),\\d+");
    private static final Pattern MANY_COMMAS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3}){2,}");
    private static final Pattern MANY_POINTS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");
    private static final Pattern SPACED = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:[ '’]\\d{3})+(?:([.,])\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");
    private static final Pattern PUBLISHED = Pattern.compile("[+-]?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?");
    /** No-break space, narrow no-break space, thin space, figure space: they group digits as an apostrophe does. */
    private static final Pattern GROUPING_SPACES = Pattern.compile("(?<=\\d)[\\u00a0\\u202f\\u2009\\u2007](?=\\d)");

    private final char separator;
    private char declared;
    private long points;
    private long commas;

    /** @param separator of the table's fields */
    CsvNumberFormat(char separator) {
        this.separator = separator;
    }

    void declare(char mark) {
        declared = mark;
    }

    /** Learns from a field that has but one reading. */
    void learn(String field) {
        if (isWhole(field)) {
            return;
        }
        char mark = tells(normal(field));
        points += mark == '.' ? 1 : 0;
        commas += mark == ',' ? 1 : 0;
    }

    /** Digits alone, as most fields are. */
    private static boolean isWhole(String field) {
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) < '0' || field.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String normal(String field) {
        return GROUPING_SPACES.matcher(field.strip()).replaceAll("'");
    }

    /** The decimal mark that this number can only have; 0 when it tells nothing. */
    private static char tells(String field) {
        var one = ONE_MARK.matcher(field);
        if (one.matches()) {
            return couldBeGroups(one.group(1), one.group(3)) ? 0 : one.group(2).charAt(0);
        }
        if (GROUPS_POINT.matcher(field).matches() || MANY_COMMAS.matcher(field).matches()) {
            return '.';
        }
        if (GROUPS_COMMA.matcher(field).matches() || MANY_POINTS.matcher(field).matches()) {
            return ',';
        }
        var spaced = SPACED.matcher(field);
        return spaced.matches() && spaced.group(1) != null ? spaced.group(1).charAt(0) : 0;
    }

    /** {@code 250,000}: one to three digits, not 0 first, then three. */
    private static boolean couldBeGroups(String before, String behind) {
        return behind.length() == 3 && before.length() <= 3 && before.charAt(0) != '0';
    }

    /** The table's decimal mark; 0 when nothing tells it. Where both occur, the comma cannot be that of a table with commas between. */
    private char mark() {
        if (declared != 0) {
            return declared;
        }
        if (points > 0 && commas > 0) {
            return separator == ',' ? '.' : separator == ';' ? ',' : 0;
        }
        return points > 0 ? '.' : commas > 0 ? ',' : 0;
    }

    /** Reads a field that is not empty, once all of the table was learnt from. */
    CsvNumberField read(String field) {
        if (isWhole(field)) {
            return number(field);
        }
        String text = normal(field);
        if (text.chars().noneMatch(Character::isDigit)) {
            return new CsvNumberField(CsvFieldKind.WORDS, Double.NaN, "no number");
        }
        char mark = mark();
        var one = ONE_MARK.matcher(text);
        boolean isOne = one.matches();
        boolean isAmbiguous = isOne && couldBeGroups(one.group(1), one.group(3));
        boolean isDecided = declared != 0 || (points == 0) != (commas == 0);
        if (isAmbiguous && !isDecided) {
            return CsvNumberField.noValue(
                    "ambiguous number: '" + one.group(2) + "' may stand before decimals or group thousands"
                            + (points > 0 ? ", and the table has numbers of both kinds" : "") + declare());
        }
        char told = tells(text);
        if (mark == 0 && told != 0) {
            return CsvNumberField.noValue(
                    "ambiguous number: the table has decimal points and decimal commas" + declare());
        }
        if (told != 0 && told != mark) {
            return CsvNumberField.noValue("not a number of this table, whose decimal mark is '" + mark + "'"
                    + (declared == 0 ? declare() : ""));
        }
        String plain = plain(text, mark);
        return PLAIN.matcher(plain).matches()
                ? number(plain)
                : CsvNumberField.noValue(
                        "not a number: digits with a sign before them and one decimal mark are expected");
    }

    private static CsvNumberField number(String plain) {
        double value = Double.parseDouble(plain);
        return Double.isFinite(value)
                ? new CsvNumberField(CsvFieldKind.NUMBER, value, "")
                : CsvNumberField.noValue("not a number: out of range");
    }

    /** A number of a published data set, which are written with a decimal point; NaN when it is none. */
    public static double published(String field) {
        return PUBLISHED.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
    }

    private static String declare() {
        return "; declare it in mapping.csv: *,decimal,point or *,decimal,comma";
    }

    /** Without its grouping, which must be whole, and with a decimal point. */
    private static String plain(String text, char mark) {
        var spaced = SPACED.matcher(text);
        boolean isSpaced = spaced.matches() && (text.indexOf(' ') < 0 || mark == ',');
        String ungrouped = isSpaced ? text.replaceAll("[ '’]", "") : text;
        String group = mark == ',' ? "." : ",";
        String pattern = "[+-]?[1-9]\\d{0,2}(?:[" + group + "]\\d{3})+(?:[" + (mark == ',' ? ',' : '.') + "]\\d+)?";
        if (mark != 0 && ungrouped.matches(pattern)) {
            ungrouped = ungrouped.replace(group, "");
        }
        return mark == ',' ? ungrouped.contains(".") ? text : ungrouped.replace(',', '.') : ungrouped;
    }
}

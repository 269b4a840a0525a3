package org.vigie.recordings.csv;

import java.util.regex.Pattern;

/**
 * Defines the one number format of a table: which mark stands before the decimals. It is declared, or it follows from the table's own
 * numbers: {@code 36,6}, {@code 0,250} and {@code 1.250,5} can only have a decimal comma, {@code 36.6} and {@code 1,250.5} only a decimal
 * point. {@code 250,000} alone leaves it open: it is no value until another number of the table decides.
 */
public final class CsvNumberFormat {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");
    private static final Pattern PUBLISHED = Pattern.compile("[+-]?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?");
    private static final String DECLARE = "; declare it in mapping.csv: *,decimal,point or *,decimal,comma";

    private final char separator;
    private char declared = WrittenNumber.NO_MARK;
    private long points;
    private long commas;

    /** @param separator of the table's fields */
    CsvNumberFormat(char separator) {
        this.separator = separator;
    }

    void declare(char mark) {
        declared = mark;
    }

    /** Counts the decimal mark of a field that has but one reading. */
    void learn(String field) {
        if (isWhole(field)) {
            return;
        }
        char mark = WrittenNumber.of(field).onlyMark();
        points += mark == '.' ? 1 : 0;
        commas += mark == ',' ? 1 : 0;
    }

    /** Returns true when a field has digits only, as most fields have. */
    private static boolean isWhole(String field) {
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) < '0' || field.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the table's decimal mark. Where both occur, the comma cannot be that of a table with commas between its fields. */
    private char mark() {
        if (declared != WrittenNumber.NO_MARK) {
            return declared;
        }
        if (points > 0 && commas > 0) {
            return separator == ',' ? '.' : separator == ';' ? ',' : WrittenNumber.NO_MARK;
        }
        return points > 0 ? '.' : commas > 0 ? ',' : WrittenNumber.NO_MARK;
    }

    /** Reads a field that is not empty, once all fields of the table were learnt from. */
    CsvNumberField read(String field) {
        if (isWhole(field)) {
            return CsvNumberField.number(field);
        }
        WrittenNumber written = WrittenNumber.of(field);
        if (!written.hasDigits()) {
            return CsvNumberField.words();
        }
        String fault = markFault(written);
        return fault.isEmpty() ? readPlain(written.plain(mark())) : CsvNumberField.noValue(fault);
    }

    private static CsvNumberField readPlain(String plain) {
        return PLAIN.matcher(plain).matches()
                ? CsvNumberField.number(plain)
                : CsvNumberField.noValue(
                        "not a number: digits with a sign before them and one decimal mark are expected");
    }

    /** Returns why the marks of a number do not fit the table's. Empty when they do. */
    private String markFault(WrittenNumber written) {
        boolean isDeclared = declared != WrittenNumber.NO_MARK;
        boolean isDecided = isDeclared || (points == 0) != (commas == 0);
        if (written.ambiguousMark() != WrittenNumber.NO_MARK && !isDecided) {
            return ambiguous(written.ambiguousMark());
        }
        char only = written.onlyMark();
        if (only == WrittenNumber.NO_MARK || only == mark()) {
            return "";
        }
        return mark() == WrittenNumber.NO_MARK
                ? "ambiguous number: the table has decimal points and decimal commas" + DECLARE
                : "not a number of this table, whose decimal mark is '" + mark() + "'" + (isDeclared ? "" : DECLARE);
    }

    private String ambiguous(char mark) {
        return "ambiguous number: '" + mark + "' may stand before decimals or group thousands"
                + (points > 0 ? ", and the table has numbers of both kinds" : "") + DECLARE;
    }

    /** Returns a number of a published data set, which has a decimal point; NaN when it is none. */
    public static double published(String field) {
        return PUBLISHED.matcher(field).matches() ? Double.parseDouble(field) : Double.NaN;
    }
}

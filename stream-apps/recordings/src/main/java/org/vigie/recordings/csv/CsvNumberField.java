package org.vigie.recordings.csv;

/**
 * Holds a field of a table that was read as a number.
 *
 * @param value NaN when it is no number
 * @param reason why it is no number; empty when it is one
 */
record CsvNumberField(CsvFieldKind kind, double value, String reason) {
    /** Lists the kinds of content of a field. */
    enum CsvFieldKind {
        NUMBER,
        /** Words where the monitor gave no number. */
        WORDS,
        /** Digits that are no number, or could be two. */
        NO_VALUE
    }

    static CsvNumberField number(String plain) {
        double value = Double.parseDouble(plain);
        return Double.isFinite(value)
                ? new CsvNumberField(CsvFieldKind.NUMBER, value, "")
                : noValue("not a number: out of range");
    }

    static CsvNumberField words() {
        return new CsvNumberField(CsvFieldKind.WORDS, Double.NaN, "no number");
    }

    static CsvNumberField noValue(String reason) {
        return new CsvNumberField(CsvFieldKind.NO_VALUE, Double.NaN, reason);
    }
}

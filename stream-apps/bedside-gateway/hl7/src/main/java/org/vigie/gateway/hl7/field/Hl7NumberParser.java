package org.vigie.gateway.hl7.field;

import java.util.OptionalDouble;
import org.vigie.schemas.variable.ValueRange;

/**
 * Parses numbers as senders write them: {@code 37.2}, {@code +5}, and {@code 37,2} with a comma as decimal sign. {@code 250,000} is
 * ambiguous and refused.
 */
public final class Hl7NumberParser {
    private static final int LONGEST = 24;
    /** The largest number of digits that a long can hold. */
    private static final int DIGITS = 15;

    private static final double[] POWERS = new double[DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= DIGITS; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Hl7NumberParser() {}

    /** Returns the number, or NaN. */
    public static double read(String words) {
        return read(words, 0, words.length());
    }

    private static double read(String words, int from, int to) {
        if (from == to || to - from > LONGEST) {
            return Double.NaN;
        }
        boolean negative = words.charAt(from) == '-';
        long digits = 0;
        int count = 0;
        int decimals = -1;
        boolean comma = false;
        for (int at = negative || words.charAt(from) == '+' ? from + 1 : from; at < to; at++) {
            char c = words.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if ((c == '.' || c == ',') && decimals < 0) {
                decimals = 0;
                comma = c == ',';
            } else {
                return scientific(words.substring(from, to), at - from);
            }
        }
        if (count == 0 || count > DIGITS || (comma && isThousands(digits, count, decimals))) {
            return Double.NaN;
        }
        double value = digits / POWERS[Math.max(0, decimals)];
        return negative ? -value : value;
    }

    /**
     * Returns true when a comma may separate thousands: {@code 250,000} may be 250 or a quarter of a million, and {@code 7,412} a pH or a
     * count. {@code 0,125} is read.
     */
    private static boolean isThousands(long digits, int count, int decimals) {
        return decimals == 3 && count > decimals && digits >= 1000;
    }

    private static double scientific(String words, int at) {
        if (at == 0 || (words.charAt(at) != 'e' && words.charAt(at) != 'E')) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(words);
            boolean ends = Character.isDigit(words.charAt(words.length() - 1));
            return ends && Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Parses a reference range (OBX-7): {@code 90-160}, {@code <500}, {@code >=50}. Other texts are {@link ValueRange#UNBOUNDED}. */
    public static ValueRange range(String words) {
        String plain = words.replace(" ", "");
        if (plain.isEmpty()) {
            return ValueRange.UNBOUNDED;
        }
        if (plain.charAt(0) == '<' || plain.charAt(0) == '>') {
            return oneSided(plain);
        }
        int dash = plain.indexOf('-', 1);
        int line = dash < 0 ? plain.indexOf('_', 1) : dash;
        return line < 0 ? ValueRange.UNBOUNDED : twoSided(plain, line);
    }

    private static ValueRange twoSided(String plain, int line) {
        double low = read(plain, 0, line);
        double high = read(plain, line + 1, plain.length());
        return low <= high ? new ValueRange(low, high) : ValueRange.UNBOUNDED;
    }

    private static ValueRange oneSided(String words) {
        OptionalDouble bound = bound(words.substring(words.startsWith("=", 1) ? 2 : 1));
        if (bound.isEmpty()) {
            return ValueRange.UNBOUNDED;
        }
        return words.charAt(0) == '<'
                ? new ValueRange(Double.NEGATIVE_INFINITY, bound.getAsDouble())
                : new ValueRange(bound.getAsDouble(), Double.POSITIVE_INFINITY);
    }

    private static OptionalDouble bound(String words) {
        double value = read(words);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}

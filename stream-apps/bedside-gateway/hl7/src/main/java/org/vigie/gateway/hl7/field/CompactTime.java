package org.vigie.gateway.hl7.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vigie.gateway.hl7.er7.FieldTextCache;

/**
 * Holds a time in HL7's own form, {@code YYYYMMDD[HH[MM[SS[.S...]]]][+/-ZZZZ]}, divided into its parts.
 *
 * @param text the time as sent
 * @param end where date and time end, before the offset
 * @param point where the fraction begins; -1 when there is none
 * @param whole where date and time end, before the fraction
 */
record CompactTime(String text, int end, int point, int whole) {
    private static final int DAY = 8;
    private static final int TO_THE_SECOND = 14;
    /** The length of a time with milliseconds and without a point, as some monitors write it. */
    private static final int TO_THE_MILLISECOND = 17;

    private static final int NANO_DIGITS = 9;

    static CompactTime of(String text) {
        int sign = Hl7TimeParser.sign(text);
        int end = text.endsWith("Z") ? text.length() - 1 : sign < 0 ? text.length() : sign;
        int point = text.indexOf('.');
        int whole = trimmedEnd(text, point < 0 ? end : point);
        return whole == TO_THE_MILLISECOND && point < 0
                ? of(text.substring(0, TO_THE_SECOND) + "." + text.substring(TO_THE_SECOND))
                : new CompactTime(text, end, point, whole);
    }

    /** Returns true when the parts are complete: to the day, the hour, the minute or the second, and a fraction of seconds only. */
    boolean isReadable() {
        boolean isPartOfMore = point >= 0 && whole < TO_THE_SECOND;
        boolean hasTwoOffsets = isUtc() && Hl7TimeParser.sign(text) >= 0;
        return whole >= DAY && whole <= TO_THE_SECOND && whole % 2 == 0 && !isPartOfMore && !hasTwoOffsets;
    }

    private boolean isUtc() {
        return text.endsWith("Z");
    }

    /** @throws DateTimeException when there is no such time */
    LocalDateTime local() {
        LocalDate day = LocalDate.of(Hl7TimeParser.year(text), number(text, 4, 6), number(text, 6, 8));
        LocalTime time = LocalTime.of(part(8), part(10), part(12), nanos());
        return day.atTime(time);
    }

    /** Returns the hour, the minute or the second that begins at a place; 0 when it is not given. */
    private int part(int from) {
        return whole < from + 2 ? 0 : number(text, from, from + 2);
    }

    /** Returns the offset. Empty when there is none. */
    Optional<ZoneOffset> offset() {
        if (isUtc()) {
            return Optional.of(ZoneOffset.UTC);
        }
        int sign = Hl7TimeParser.sign(text);
        return sign < 0
                ? Optional.empty()
                : Optional.of(Hl7TimeParser.offset(FieldTextCache.intern(text, sign, text.length())));
    }

    /** Returns the fraction of a second. Of more than nine digits the first nine count. */
    private int nanos() {
        if (point < 0) {
            return 0;
        }
        int from = point + 1;
        int to = trimmedEnd(text, end);
        int counted = Math.min(to, from + NANO_DIGITS);
        int nanos = number(text, from, counted);
        number(text, counted, to);
        for (int digits = to - from; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** @throws NumberFormatException when a character is no digit */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException(text);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int trimmedEnd(String text, int end) {
        int last = end;
        while (last > 0 && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return last;
    }
}

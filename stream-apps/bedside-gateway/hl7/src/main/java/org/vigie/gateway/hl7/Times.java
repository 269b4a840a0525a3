package org.vigie.gateway.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * HL7 times: {@code YYYYMMDD[HH[MM[SS[.S...]]]][+/-ZZZZ]}. One without a zone is the sender's: what is configured for it, else the
 * zone MSH-7 shows, else the gateway's default.
 */
final class Times {
    private static final int DAY = 8;
    private static final int TO_THE_SECOND = 14;
    /** Some monitors write milliseconds without a point. */
    private static final int TO_THE_MILLISECOND = 17;

    private Times() {}

    /** Empty when it is none, or no more exact than a month. */
    static Optional<Instant> read(String text, ZoneId zone) {
        if (text.length() < DAY) {
            return Optional.empty();
        }
        try {
            return text.charAt(4) == '-' ? iso(text, zone) : compact(text, zone);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The zone a time shows, if it shows one. */
    static Optional<ZoneId> zoneOf(String text) {
        int sign = sign(text);
        try {
            return sign < 0 || sign < DAY ? Optional.empty() : Optional.of(offset(text.substring(sign)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text, ZoneId zone) {
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > DAY;
        String time = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
        return Optional.of(
                zoned
                        ? OffsetDateTime.parse(time).toInstant()
                        : LocalDateTime.parse(time).atZone(zone).toInstant());
    }

    private static Optional<Instant> compact(String text, ZoneId zone) {
        if (text.endsWith("Z")) {
            return compact(text.substring(0, text.length() - 1), ZoneOffset.UTC);
        }
        int sign = sign(text);
        int end = sign < 0 ? text.length() : sign;
        int point = text.indexOf('.');
        int whole = trimmedEnd(text, point < 0 ? end : point);
        if (whole == TO_THE_MILLISECOND && point < 0) {
            return compact(text.substring(0, TO_THE_SECOND) + "." + text.substring(TO_THE_SECOND), zone);
        }
        if (whole < DAY || whole > TO_THE_SECOND || whole % 2 != 0) {
            return Optional.empty();
        }
        ZoneId its = sign < 0 ? zone : offset(Repeated.of(text, sign, text.length()));
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        int hour = whole < 10 ? 0 : number(text, 8, 10);
        int minute = whole < 12 ? 0 : number(text, 10, 12);
        int second = whole < 14 ? 0 : Math.min(59, number(text, 12, 14));
        int ofDay = secondOfDay(hour, minute, second);
        int nanos = point < 0 ? 0 : nanos(text.substring(point + 1, end));
        return Optional.of(
                its instanceof ZoneOffset offset
                        ? Instant.ofEpochSecond(day.toEpochDay() * 86_400 + ofDay - offset.getTotalSeconds(), nanos)
                        : day.atTime(LocalTime.ofSecondOfDay(ofDay).withNano(nanos))
                                .atZone(its)
                                .toInstant());
    }

    private static int secondOfDay(int hour, int minute, int second) {
        if (hour > 23 || minute > 59) {
            throw new DateTimeException("no time of day");
        }
        return 3600 * hour + 60 * minute + second;
    }

    private static int trimmedEnd(String text, int end) {
        int last = end;
        while (last > 0 && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return last;
    }

    private static int sign(String text) {
        return Math.max(text.indexOf('+'), text.lastIndexOf('-'));
    }

    private static ZoneOffset offset(String text) {
        return ZoneOffset.of(text.trim());
    }

    private static int number(String text, int from, int to) {
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

    private static int nanos(String digits) {
        String nine = (digits.trim() + "000000000").substring(0, 9);
        return Integer.parseInt(nine);
    }
}

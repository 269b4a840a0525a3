package org.vigie.gateway.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vigie.gateway.read.SenderClock;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;
import org.vigie.gateway.read.SentTime.SentInstant;
import org.vigie.gateway.read.SentTime.UnreadableTime;
import org.vigie.terminology.DropReason;

/**
 * Parses HL7 times: {@code YYYYMMDD[HH[MM[SS[.S...]]]][+/-ZZZZ]}. A time without a zone is in the sender's configured zone, else in the
 * zone of MSH-7, else in the gateway's default zone.
 *
 * @param clock the clock of the sender
 */
record Hl7TimeParser(SenderClock clock) {
    private static final int DAY = 8;
    private static final int TO_THE_SECOND = 14;
    /** The length of a time with milliseconds and without a point, as some monitors write it. */
    private static final int TO_THE_MILLISECOND = 17;

    private static final int NANO_DIGITS = 9;
    private static final int FIRST_YEAR = 1900;
    private static final SentTime NONE = new UnreadableTime(DropReason.NO_TIME);
    /** Offsets in use are multiples of a quarter of an hour, from -12:00 to +14:00. */
    private static final int QUARTER = 15 * 60;

    private static final int WESTERNMOST = -12 * 3600;
    private static final int EASTERNMOST = 14 * 3600;

    /**
     * Parses a time. It is unreadable when it does not exist, or when it is less exact than a day. A fraction is one of seconds. Nothing is
     * corrected: second 60 is unreadable.
     */
    SentTime read(String text) {
        if (text.isEmpty()) {
            return AbsentTime.ABSENT;
        }
        try {
            return text.length() < DAY ? NONE : text.charAt(4) == '-' ? iso(text) : compact(text);
        } catch (DateTimeException | NumberFormatException e) {
            return NONE;
        }
    }

    /** Returns the offset of a time, if it has one. */
    static Optional<ZoneOffset> offsetOf(String text) {
        int sign = sign(text);
        try {
            return sign < DAY ? Optional.empty() : Optional.of(offset(text.substring(sign)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private SentTime iso(String text) {
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > DAY;
        year(text);
        String time = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
        if (!zoned) {
            return clock.at(LocalDateTime.parse(time));
        }
        OffsetDateTime read = OffsetDateTime.parse(time);
        return new SentInstant(read.toLocalDateTime().toInstant(inUse(read.getOffset())));
    }

    private SentTime compact(String text) {
        boolean utc = text.endsWith("Z");
        int sign = sign(text);
        int end = utc ? text.length() - 1 : sign < 0 ? text.length() : sign;
        int point = text.indexOf('.');
        int whole = trimmedEnd(text, point < 0 ? end : point);
        if (whole == TO_THE_MILLISECOND && point < 0) {
            return compact(text.substring(0, TO_THE_SECOND) + "." + text.substring(TO_THE_SECOND));
        }
        boolean isPartOfMore = point >= 0 && whole < TO_THE_SECOND;
        if (whole < DAY || whole > TO_THE_SECOND || whole % 2 != 0 || isPartOfMore || (utc && sign >= 0)) {
            return NONE;
        }
        LocalDate day = LocalDate.of(year(text), number(text, 4, 6), number(text, 6, 8));
        int hour = whole < 10 ? 0 : number(text, 8, 10);
        int minute = whole < 12 ? 0 : number(text, 10, 12);
        int second = whole < 14 ? 0 : number(text, 12, 14);
        int ofDay = secondOfDay(hour, minute, second);
        int nanos = point < 0 ? 0 : nanos(text, point + 1, trimmedEnd(text, end));
        if (!utc && sign < 0 && !(clock.zone() instanceof ZoneOffset)) {
            return clock.at(day.atTime(LocalTime.ofSecondOfDay(ofDay).withNano(nanos)));
        }
        ZoneOffset offset = utc
                ? ZoneOffset.UTC
                : sign < 0 ? (ZoneOffset) clock.zone() : offset(FieldTextCache.intern(text, sign, text.length()));
        return new SentInstant(
                Instant.ofEpochSecond(day.toEpochDay() * 86_400 + ofDay - offset.getTotalSeconds(), nanos));
    }

    private static int year(String text) {
        int year = number(text, 0, 4);
        if (year < FIRST_YEAR) {
            throw new DateTimeException("no year of a measurement");
        }
        return year;
    }

    private static int secondOfDay(int hour, int minute, int second) {
        if (hour > 23 || minute > 59 || second > 59) {
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

    /** Parses an offset: {@code +0200} or {@code +02:00}. */
    private static ZoneOffset offset(String text) {
        String plain = text.trim();
        int minutesAt = plain.indexOf(':') == 3 ? 4 : 3;
        if (plain.length() != minutesAt + 2) {
            throw new DateTimeException("no offset");
        }
        int hours = number(plain, 1, 3);
        int minutes = number(plain, minutesAt, minutesAt + 2);
        if (minutes > 59) {
            throw new DateTimeException("no offset");
        }
        int seconds = 3600 * hours + 60 * minutes;
        return inUse(ZoneOffset.ofTotalSeconds(plain.charAt(0) == '-' ? -seconds : seconds));
    }

    private static ZoneOffset inUse(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (seconds < WESTERNMOST || seconds > EASTERNMOST || seconds % QUARTER != 0) {
            throw new DateTimeException("no offset in use");
        }
        return offset;
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

    /** Parses a fraction of a second. Of more than nine digits the first nine count. */
    private static int nanos(String text, int from, int to) {
        int nanos = number(text, from, Math.min(to, from + NANO_DIGITS));
        number(text, Math.min(to, from + NANO_DIGITS), to);
        for (int digits = to - from; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }
}

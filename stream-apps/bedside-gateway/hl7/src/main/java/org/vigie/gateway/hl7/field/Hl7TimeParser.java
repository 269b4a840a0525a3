package org.vigie.gateway.hl7.field;

import java.time.DateTimeException;
import java.time.LocalDateTime;
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
public record Hl7TimeParser(SenderClock clock) {
    private static final int DAY = 8;
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
    public SentTime read(String text) {
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
    public static Optional<ZoneOffset> offsetOf(String text) {
        int sign = sign(text);
        try {
            return sign < DAY ? Optional.empty() : Optional.of(offset(text.substring(sign)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the local time of a time in HL7's own form without an offset. Empty for any other text. */
    public static Optional<LocalDateTime> localOf(String text) {
        if (text.length() < DAY || text.charAt(4) == '-') {
            return Optional.empty();
        }
        try {
            CompactTime time = CompactTime.of(text);
            return time.isReadable() && time.offset().isEmpty() ? Optional.of(time.local()) : Optional.empty();
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
        CompactTime time = CompactTime.of(text);
        if (!time.isReadable()) {
            return NONE;
        }
        if (time.offset().isEmpty() && !(clock.zone() instanceof ZoneOffset)) {
            return clock.at(time.local());
        }
        ZoneOffset offset = time.offset().orElseGet(() -> (ZoneOffset) clock.zone());
        return new SentInstant(time.local().toInstant(offset));
    }

    static int year(String text) {
        int year = CompactTime.number(text, 0, 4);
        if (year < FIRST_YEAR) {
            throw new DateTimeException("no year of a measurement");
        }
        return year;
    }

    static int sign(String text) {
        return Math.max(text.indexOf('+'), text.lastIndexOf('-'));
    }

    /** Parses an offset: {@code +0200} or {@code +02:00}. */
    static ZoneOffset offset(String text) {
        String plain = text.trim();
        int minutesAt = plain.indexOf(':') == 3 ? 4 : 3;
        if (plain.length() != minutesAt + 2) {
            throw new DateTimeException("no offset");
        }
        int sign = plain.charAt(0) == '-' ? -1 : 1;
        int hours = CompactTime.number(plain, 1, 3);
        int minutes = CompactTime.number(plain, minutesAt, minutesAt + 2);
        return inUse(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    private static ZoneOffset inUse(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        if (seconds < WESTERNMOST || seconds > EASTERNMOST || seconds % QUARTER != 0) {
            throw new DateTimeException("no offset in use");
        }
        return offset;
    }
}

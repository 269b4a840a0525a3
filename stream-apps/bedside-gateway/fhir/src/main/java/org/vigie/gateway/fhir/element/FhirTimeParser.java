package org.vigie.gateway.fhir.element;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.gateway.read.SenderClock;

/**
 * Parses FHIR's dates and times. A date is the first instant of its day in the sender's zone, so that such a value is old and raises no
 * alarm. A month, a year, and a local time that is ambiguous or skipped are no times.
 */
public final class FhirTimeParser {
    private static final Pattern ZONED = Pattern.compile(".*T.*(Z|z|[+-]\\d\\d:\\d\\d)");

    private static final int DATE_LENGTH = 10;
    private static final int FIRST_YEAR = 1900;
    private static final int QUARTER = 15 * 60;
    private static final int WESTERNMOST = -12 * 3600;
    private static final int EASTERNMOST = 14 * 3600;

    private final ZoneId zone;
    private final Optional<Instant> received;

    /**
     * Creates a parser for a message whose time of arrival is not known.
     *
     * @param zone time zone of senders that give none
     */
    public FhirTimeParser(ZoneId zone) {
        this(zone, Optional.empty());
    }

    /** Creates a parser for a message that arrived at a time. */
    public FhirTimeParser(ZoneId zone, Optional<Instant> received) {
        this.zone = zone;
        this.received = received;
    }

    /** Returns when the message arrived. Empty when it is read from a file. */
    public Optional<Instant> received() {
        return received;
    }

    /** Returns the time of the first of these elements that is present. Empty when there is none, or when it cannot be read. */
    public Optional<Instant> first(FhirElement resource, String... names) {
        return resource.any(names).flatMap(this::of);
    }

    /** Returns the time of a dateTime, an instant, a date, a Period (its start, else its end) or a Timing (its first event). */
    public Optional<Instant> of(FhirElement element) {
        if (element.node().isObject()) {
            return element.any("start", "end", "event").flatMap(this::of);
        }
        return parse(element.text());
    }

    private Optional<Instant> parse(String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return date(LocalDate.parse(text));
            }
            if (ZONED.matcher(text).matches()) {
                return exact(OffsetDateTime.parse(text));
            }
            return text.contains("T") ? local(LocalDateTime.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> date(LocalDate day) {
        return day.getYear() >= FIRST_YEAR ? Optional.of(day.atStartOfDay(zone).toInstant()) : Optional.empty();
    }

    private static Optional<Instant> exact(OffsetDateTime time) {
        return isInUse(time) ? Optional.of(time.toInstant()) : Optional.empty();
    }

    private Optional<Instant> local(LocalDateTime time) {
        return time.getYear() >= FIRST_YEAR ? SenderClock.in(zone).at(time).instant() : Optional.empty();
    }

    /** Returns true when the offset is in use and the year is one of measurements. The rule is the same as in HL7. */
    private static boolean isInUse(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        return time.getYear() >= FIRST_YEAR
                && seconds >= WESTERNMOST
                && seconds <= EASTERNMOST
                && seconds % QUARTER == 0;
    }
}

package org.vigie.gateway.fhir;

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
 * FHIR's dates and times as instants. A date without a time of day stands for the day's first instant in the sender's zone: such a
 * value is old from the start and can raise no alarm. A month or a year says too little and is no time; so does a local time that was twice, or never.
 */
final class FhirTimeParser {
    private static final Pattern ZONED = Pattern.compile(".*T.*(Z|z|[+-]\\d\\d:\\d\\d)");

    private static final int FIRST_YEAR = 1900;
    private static final int QUARTER = 15 * 60;
    private static final int WESTERNMOST = -12 * 3600;
    private static final int EASTERNMOST = 14 * 3600;

    private final ZoneId zone;

    /** @param zone of senders that do not say theirs */
    FhirTimeParser(ZoneId zone) {
        this.zone = zone;
    }

    /** The time of the first of these elements that is there; empty when there is none, or none that can be read. */
    Optional<Instant> first(FhirElement resource, String... names) {
        return resource.any(names).flatMap(this::of);
    }

    /** Of a dateTime, an instant, a date, a Period (where it begins, else where it ends) or a Timing (its first event). */
    Optional<Instant> of(FhirElement element) {
        if (element.node().isObject()) {
            return element.any("start", "end", "event").flatMap(this::of);
        }
        return parse(element.text());
    }

    private Optional<Instant> parse(String text) {
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text))
                        .filter(day -> day.getYear() >= FIRST_YEAR)
                        .map(day -> day.atStartOfDay(zone).toInstant());
            }
            if (ZONED.matcher(text).matches()) {
                return Optional.of(OffsetDateTime.parse(text))
                        .filter(FhirTimeParser::isInUse)
                        .map(OffsetDateTime::toInstant);
            }
            return text.contains("T")
                    ? Optional.of(LocalDateTime.parse(text))
                            .filter(time -> time.getYear() >= FIRST_YEAR)
                            .flatMap(time -> SenderClock.in(zone).at(time).instant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** An offset of whole quarters of an hour from the date line to the date line, in a year of measurements: as in HL7. */
    private static boolean isInUse(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        return time.getYear() >= FIRST_YEAR
                && seconds >= WESTERNMOST
                && seconds <= EASTERNMOST
                && seconds % QUARTER == 0;
    }
}

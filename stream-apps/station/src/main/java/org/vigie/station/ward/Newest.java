package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Reason;
import org.vigie.schemas.variable.Variable;

/** The newest reading of one variable of one stay. */
record Newest(Variable variable, JudgedReading reading, String source, String device, Instant asOf) {
    static Newest of(Variable variable, CleanObservation record, JudgedReading reading) {
        Instant asOf = reading.getMeasuredAt().isBefore(record.getReceivedTime())
                ? reading.getMeasuredAt()
                : record.getReceivedTime();
        return new Newest(variable, reading, record.getSource(), record.getDevice(), asOf);
    }

    boolean isNewerThan(Newest other) {
        return other == null || !reading.getMeasuredAt().isBefore(other.reading.getMeasuredAt());
    }

    /** @param later the newest rejection of the same variable, or null */
    ValuePicture at(Instant now, double speed, Limits limits, Rejection later) {
        Duration age = Duration.between(asOf, now);
        Duration limit = limits.of(variable, source, speed);
        boolean stale = age.compareTo(limit) > 0;
        return new ValuePicture(
                variable.name(),
                stale ? null : reading.getValue(),
                variable.unit(),
                reading.getMeasuredAt().toEpochMilli(),
                asOf.toEpochMilli(),
                Math.max(0, age.toMillis()),
                limit.toMillis(),
                stale,
                because(later),
                reading.getVerdict().name(),
                reading.getReason().name(),
                source,
                device);
    }

    private String because(Rejection later) {
        return later != null && later.at().isAfter(reading.getMeasuredAt())
                ? later.reason().name()
                : Reason.NONE.name();
    }
}

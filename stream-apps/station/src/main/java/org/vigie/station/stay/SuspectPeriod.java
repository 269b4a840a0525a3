package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.JudgedReading;

/**
 * Holds since when every reading of a variable was suspect. No alarm is based on suspect readings, and they keep the variable from being silent.
 *
 * @param sinceOrNull null when the newest reading is not suspect
 */
record SuspectPeriod(Instant sinceOrNull) {
    static SuspectPeriod of(JudgedReading reading, Instant asOf) {
        return new SuspectPeriod(reading.getVerdict() == CleaningOutcomeRecord.SUSPECT ? asOf : null);
    }

    /** Returns true when the reading before was suspect, too. */
    boolean goesOnFrom(SuspectPeriod before) {
        return sinceOrNull != null && before.sinceOrNull != null;
    }

    /** Returns the begin of the period when it is longer than {@code limit}. */
    Optional<Instant> longerThan(Duration limit, Instant now) {
        return Optional.ofNullable(sinceOrNull)
                .filter(since -> since.plus(limit).isBefore(now));
    }
}

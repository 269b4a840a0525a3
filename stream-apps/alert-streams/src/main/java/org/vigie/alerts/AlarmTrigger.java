package org.vigie.alerts;

import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;

/**
 * The record, or the timer, that caused transitions at a stay.
 *
 * @param published when the broker appended the record, or the last record before a timer
 * @param rawTopic topic of the readings; empty when no reading caused the transitions
 * @param command command that caused them; empty for readings and timers
 * @param commandOrigin origin of that command
 * @param now wall-clock time
 */
record AlarmTrigger(
        Instant published,
        String rawTopic,
        Optional<AlarmCommandRecord> command,
        Optional<Origin> commandOrigin,
        Instant now) {
    static AlarmTrigger of(CleanObservation observation, Instant now) {
        return new AlarmTrigger(
                observation.getPublishedAt(),
                observation.getOrigin().getTopic(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    static AlarmTrigger of(AlarmCommandRecord command, Origin origin, Instant published, Instant now) {
        return new AlarmTrigger(published, "", Optional.of(command), Optional.of(origin), now);
    }

    static AlarmTrigger unprompted(Instant published, Instant now) {
        return new AlarmTrigger(published, "", Optional.empty(), Optional.empty(), now);
    }
}

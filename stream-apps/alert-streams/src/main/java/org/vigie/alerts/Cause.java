package org.vigie.alerts;

import java.time.Instant;
import java.util.Optional;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Command;
import org.vigie.schemas.Origin;

/**
 * What made a stay's alarms move.
 *
 * @param published when the broker took the record, or the last one before a round
 * @param rawTopic of the readings; empty when none made it
 * @param now wall-clock time
 */
record Cause(
        Instant published, String rawTopic, Optional<Command> command, Optional<Origin> commandOrigin, Instant now) {
    static Cause of(CleanObservation observation, Instant now) {
        return new Cause(
                observation.getPublishedAt(),
                observation.getOrigin().getTopic(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    static Cause of(Command command, Origin origin, Instant published, Instant now) {
        return new Cause(published, "", Optional.of(command), Optional.of(origin), now);
    }

    static Cause unprompted(Instant published, Instant now) {
        return new Cause(published, "", Optional.empty(), Optional.empty(), now);
    }
}

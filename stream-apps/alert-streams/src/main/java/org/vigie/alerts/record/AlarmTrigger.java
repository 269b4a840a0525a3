package org.vigie.alerts.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;

/**
 * Describes the record, or the timer, that caused alarm events at a stay.
 *
 * @param published when the broker appended the record, or the last record before a timer
 * @param rawTopic topic of the readings; empty when no reading caused the events
 * @param commandOrNull command that caused the events; null for readings and timers
 * @param now wall-clock time
 */
public record AlarmTrigger(
        Instant published, String rawTopic, @Nullable SentCommand commandOrNull, Instant now) {
    /** Holds a command with its position in commands.alerts. */
    public record SentCommand(AlarmCommandRecord command, Origin origin) {}

    public static AlarmTrigger of(CleanObservation observation, Instant now) {
        String rawTopic = observation.getOrigin().getTopic();
        return new AlarmTrigger(observation.getPublishedAt(), rawTopic, null, now);
    }

    public static AlarmTrigger of(SentCommand command, Instant published, Instant now) {
        return new AlarmTrigger(published, "", command, now);
    }

    /** Returns the trigger of a timer, or of a record that is neither an observation nor a command. */
    public static AlarmTrigger unprompted(Instant published, Instant now) {
        return new AlarmTrigger(published, "", null, now);
    }

    /** Returns the command that caused the events. */
    public Optional<SentCommand> command() {
        return Optional.ofNullable(commandOrNull);
    }
}

package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody asks of the alarm system.
 *
 * @param id unique: a second order with this id is ignored
 * @param alert empty when it concerns none
 * @param role as which {@code by} asks
 * @param at the user's time
 * @param expiresAt on the user's clock too; {@link Instant#MAX} when not said
 * @param version of the alert that the user saw; negative when not said
 */
public record AlarmCommand(
        String id,
        String alert,
        CommandType kind,
        String by,
        String role,
        Instant at,
        String reason,
        Instant expiresAt,
        long version,
        Map<String, String> arguments) {

    public AlarmCommand {
        arguments = Map.copyOf(arguments);
    }

    /** What can be asked. */
    public enum CommandType {
        ACKNOWLEDGE,
        PAUSE_AUDIO,
        RESUME_AUDIO,
        SHELVE,
        UNSHELVE,
        LATCH_RESET,
        SET_LIMIT,
        FEEDBACK,
        /** Asked by a newer station than this one. */
        UNKNOWN
    }

    /** How long it is to last; empty when not said. */
    Optional<Duration> length() {
        return expiresAt.equals(Instant.MAX) ? Optional.empty() : Optional.of(Duration.between(at, expiresAt));
    }

    OptionalLong seen() {
        return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }

    String argument(String name) {
        return arguments.getOrDefault(name, "");
    }
}

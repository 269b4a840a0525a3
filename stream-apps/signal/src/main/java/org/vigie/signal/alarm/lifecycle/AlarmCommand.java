package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person's request to the alarm system.
 *
 * @param id unique id; a second command with this id is ignored
 * @param alert alarm that the command concerns; empty when it concerns none
 * @param role role in which {@code by} sends the command
 * @param at time on the user's clock
 * @param expiresAt end of the requested state on the user's clock; {@link Instant#MAX} when not given
 * @param version version of the alert that the user saw; negative when not given
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

    /** Types of commands. */
    public enum CommandType {
        ACKNOWLEDGE,
        PAUSE_AUDIO,
        RESUME_AUDIO,
        SHELVE,
        UNSHELVE,
        LATCH_RESET,
        SET_LIMIT,
        FEEDBACK,
        /** A type that only a newer station knows. */
        UNKNOWN
    }

    /** Returns the requested duration; empty when none was given. */
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

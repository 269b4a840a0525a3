package org.vigie.signal.alarm.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Describes a person's request to the alarm system.
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

    /** Lists the types of commands. */
    public enum CommandType {
        ACKNOWLEDGE,
        /** Acknowledges every open alarm of an incident. */
        ACKNOWLEDGE_INCIDENT,
        PAUSE_AUDIO,
        RESUME_AUDIO,
        SHELVE,
        UNSHELVE,
        LATCH_RESET,
        SET_LIMIT,
        SET_NEWS2_SCALE,
        FEEDBACK,
        SET_TREATMENT_LIMITATION,
        ASSIGN_NURSE,
        RECORD_ESTIMATE,
        /** A type that only a newer station knows. */
        UNKNOWN
    }

    /** Returns the requested duration; empty when none was given. */
    public Optional<Duration> length() {
        return expiresAt.equals(Instant.MAX) ? Optional.empty() : Optional.of(Duration.between(at, expiresAt));
    }

    /**
     * Returns the end of the requested state, which must have a duration. The duration counts from {@code now} on the stay's clock, because
     * the user's clock, or that of a recording, may differ.
     */
    public Instant endFrom(Instant now) {
        return now.plus(length().orElseThrow());
    }

    /** Returns the version of the alert that the user saw; empty when not given. */
    public OptionalLong seenVersion() {
        return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** Returns an argument; empty text when it is missing. */
    public String argument(String name) {
        return arguments.getOrDefault(name, "");
    }
}

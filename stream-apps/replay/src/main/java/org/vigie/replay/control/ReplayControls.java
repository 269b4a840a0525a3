package org.vigie.replay.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.vigie.platform.command.RelativeInstantParser;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayControlAction;

/**
 * Makes the requests to a running replay.
 *
 * @param user who asks
 * @param now wall time of the request
 */
public record ReplayControls(String user, Instant now) {
    /**
     * Reads a request.
     *
     * @param action what is asked
     * @param value duration of a step, time of a seek, or speed; empty for the others
     * @throws IllegalArgumentException when the value does not fit the action
     */
    public ReplayControl parse(ReplayControlAction action, String value) {
        ReplayControl.Builder asked = ReplayControl.newBuilder()
                .setControl(UUID.randomUUID().toString())
                .setAction(action)
                .setUser(user)
                .setSentAt(now);
        return switch (action) {
            case PAUSE, RESUME -> without(value, action, asked);
            case STEP -> asked.setStepMs(step(value)).build();
            case SEEK ->
                asked.setSeekTo(new RelativeInstantParser(now).parse("seek", value))
                        .build();
            case SPEED ->
                asked.setSpeed(ReplaySpeed.parse("speed", value).times()).build();
        };
    }

    private static ReplayControl without(String value, ReplayControlAction action, ReplayControl.Builder asked) {
        if (!value.isEmpty()) {
            throw new IllegalArgumentException(
                    action.name().toLowerCase(Locale.ROOT) + ": no value was expected, was '" + value + "'");
        }
        return asked.build();
    }

    private static long step(String value) {
        try {
            return Duration.parse(value).toMillis();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "step: must be a duration such as PT10S or PT1M, was '" + value + "'", e);
        }
    }
}

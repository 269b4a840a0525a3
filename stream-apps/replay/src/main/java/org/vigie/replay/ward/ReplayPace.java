package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Holds a replay back to a multiple of the recorded speed. */
final class ReplayPace {
    static final String FASTEST = "max";

    private final double speed;
    private final InstantSource clock;
    private final Pause pause;
    private @Nullable Instant firstRecorded;
    private Instant begun;

    /** Waits on the wall clock. */
    @FunctionalInterface
    interface Pause {
        void until(Instant time) throws InterruptedException;
    }

    /** @param speed multiple of the recorded speed, or {@code max} */
    ReplayPace(String speed, InstantSource clock, Pause pause) {
        this.speed = parsed(speed);
        this.clock = clock;
        this.pause = pause;
        this.begun = clock.instant();
    }

    private static double parsed(String text) {
        double speed;
        try {
            speed = text.equals(FASTEST) ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException(refusal(text));
        }
        return speed;
    }

    private static String refusal(String text) {
        return "--speed: must be a positive number, or max, was '" + text + "'";
    }

    /** Waits until the replay may take a record. The first record is taken at once. */
    void await(Instant recorded) throws InterruptedException {
        if (Double.isInfinite(speed)) {
            return;
        }
        if (firstRecorded == null) {
            firstRecorded = recorded;
            begun = clock.instant();
        }
        double millis = Duration.between(firstRecorded, recorded).toMillis() / speed;
        pause.until(begun.plusMillis(Math.round(millis)));
    }
}

package org.vigie.platform.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.vigie.platform.state.UnreadableStateException;

/**
 * Decides how long to wait before a stream thread that died is replaced. The first time there is no pause: after a kill -9 a producer can
 * fail for a moment. A thread that dies again soon waits 1, 2, 4 .. 30 s, so that a registry that is away is not asked at full speed.
 */
public final class StreamThreadRestartPolicy {
    /** Time without a failure after which the next failure counts as the first one. */
    static final Duration STABLE_RUN = Duration.ofMinutes(2);

    private static final ExponentialBackoff BACKOFF =
            ExponentialBackoff.doubling(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private Instant stableFrom = Instant.MIN;
    private int deaths;

    /** Returns the pause before the next thread begins. */
    public synchronized Duration pause(Instant diedAt) {
        if (!diedAt.isBefore(stableFrom)) {
            deaths = 0;
        }
        Duration pause = BACKOFF.pause(deaths);
        deaths++;
        stableFrom = diedAt.plus(pause).plus(STABLE_RUN);
        return pause;
    }

    /** Returns why a new thread would die too, and what to do. Empty when a new thread may run. */
    public Optional<String> unrecoverable(Throwable death) {
        return causes(death)
                .filter(UnreadableStateException.class::isInstance)
                .map(cause -> "its own state cannot be read: " + cause.getMessage())
                .findFirst();
    }

    /** Returns whether the thread died because the broker has another member under its name. */
    public boolean isNameFenced(Throwable death) {
        return causes(death).anyMatch(FencedInstanceIdException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable death) {
        return Stream.iterate(death, cause -> cause != null, Throwable::getCause);
    }
}

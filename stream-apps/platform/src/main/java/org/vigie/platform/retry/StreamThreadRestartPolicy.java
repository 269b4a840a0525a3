package org.vigie.platform.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Decides how long to wait before a stream thread that died is replaced. The first time there is no pause: after a kill -9 a producer can
 * fail for a moment. A thread that dies again soon waits 1, 2, 4 .. 30 s, so that a registry that is away is not asked at full speed.
 */
public final class StreamThreadRestartPolicy {
    /** After so long without a death the next one is a first one. */
    static final Duration CALM = Duration.ofMinutes(2);

    /** Begins the message of an exception when an app cannot read its own stored state. A new thread could not read it either. */
    public static final String BROKEN_STATE = "MEMORY_UNREADABLE";

    private static final ExponentialBackoff BACKOFF =
            ExponentialBackoff.doubling(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private Instant calmFrom = Instant.MIN;
    private int deaths;

    /** How long to wait before the next thread begins. */
    public synchronized Duration pause(Instant diedAt) {
        if (!diedAt.isBefore(calmFrom)) {
            deaths = 0;
        }
        Duration pause = BACKOFF.pause(deaths);
        deaths++;
        calmFrom = diedAt.plus(pause).plus(CALM);
        return pause;
    }

    public static boolean isUnrecoverable(Throwable death) {
        return Stream.iterate(death, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .anyMatch(message -> message != null && message.startsWith(BROKEN_STATE));
    }
}

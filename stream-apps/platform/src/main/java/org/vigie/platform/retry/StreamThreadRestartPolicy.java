package org.vigie.platform.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What follows when a stream thread dies: the first time the next one goes on at once, for after a kill -9 a producer can stumble for a
 * moment. One that dies soon again waits 1, 2, 4 .. 30 s, so that a registry that is away is not asked at full speed.
 */
public final class StreamThreadRestartPolicy {
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** After so long without a death the next one is a first one. */
    static final Duration CALM = Duration.ofMinutes(2);

    /** Begins the message of an exception about an app's own stored state. No new thread could read it either. */
    /** An app cannot read the state it has written itself. */
    public static final String BROKEN_STATE = "MEMORY_UNREADABLE";

    private Instant calmFrom = Instant.MIN;
    private long next;

    /** How long to wait before the next thread begins. */
    public synchronized Duration pause(Instant diedAt) {
        if (!diedAt.isBefore(calmFrom)) {
            next = 0;
        }
        Duration pause = Duration.ofSeconds(Math.min(next, LONGEST.toSeconds()));
        next = Math.max(1, 2 * pause.toSeconds());
        calmFrom = diedAt.plus(pause).plus(CALM);
        return pause;
    }

    public static boolean isUnrecoverable(Throwable death) {
        return Stream.iterate(death, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .anyMatch(message -> message != null && message.startsWith(BROKEN_STATE));
    }
}

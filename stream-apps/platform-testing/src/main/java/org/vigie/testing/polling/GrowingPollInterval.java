package org.vigie.testing.polling;

import java.time.Duration;
import org.awaitility.pollinterval.PollInterval;

/**
 * Lets the time between two looks at a state grow from 50 ms to half a second. A short wait ends sooner than with Awaitility's 100 ms, and a long
 * one looks less often: many looks read a whole topic, which delays the very work that is waited for.
 */
public final class GrowingPollInterval implements PollInterval {
    static final Duration FIRST = Duration.ofMillis(50);
    static final Duration LONGEST = Duration.ofMillis(500);

    @Override
    public Duration next(int pollCount, Duration previous) {
        Duration grown = previous.plus(previous.dividedBy(2));
        if (pollCount <= 1 || grown.compareTo(FIRST) < 0) {
            return FIRST;
        }
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }
}

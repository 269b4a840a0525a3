package org.vigie.station.past;

import java.time.Instant;

/** Reads the ward as it was at an earlier time, for the page. */
@FunctionalInterface
public interface PastWardSource {
    /**
     * Reads a situation.
     *
     * @param at append time: records that the broker took before it are in the situation
     * @param now the present
     * @throws IllegalArgumentException when the topics hold no observation of the time before it
     * @throws PastWardTimeoutException when the reading takes too long
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    PastWardSnapshot read(Instant at, Instant now);
}

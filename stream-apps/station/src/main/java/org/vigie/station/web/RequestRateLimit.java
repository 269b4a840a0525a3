package org.vigie.station.web;

import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Limits how many requests one principal sends in a minute. Safe for several threads. */
final class RequestRateLimit {
    static final int MOST = 1_200;
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant from = Instant.EPOCH;

    RequestRateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws TooManyRequestsResponse when the principal sent too many in this minute */
    synchronized void count(String subject) {
        Instant now = clock.instant();
        if (!now.isBefore(from.plus(SPAN))) {
            counts.clear();
            from = now;
        }
        if (counts.merge(subject, 1, Integer::sum) > MOST) {
            throw new TooManyRequestsResponse("requests: at most " + MOST + " in a minute");
        }
    }
}

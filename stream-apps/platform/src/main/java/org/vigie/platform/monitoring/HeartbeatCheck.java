package org.vigie.platform.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Checks that a loop goes on: it must report within a given time. */
public final class HeartbeatCheck implements HealthCheck {
    private final String name;
    private final Duration longest;
    private final InstantSource clock;
    private volatile Instant last;

    /** @param longest time between two rounds of the loop */
    public HeartbeatCheck(String name, Duration longest, InstantSource clock) {
        this.name = name;
        this.longest = longest;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Reports one round of the loop. */
    public void beat() {
        last = clock.instant();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public HealthResult check() {
        Duration age = Duration.between(last, clock.instant());
        return new HealthResult(age.compareTo(longest) <= 0, "last round " + age.toSeconds() + " s ago");
    }
}

package org.vigie.platform.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that this process was halted for some seconds, as by SIGSTOP, a suspended virtual machine or a long pause of the collector. A
 * consumer group gives the partitions of a halted member to another one, which the halted one learns some time after it goes on.
 */
final class ProcessHaltWatch implements AutoCloseable {
    /** Shorter than the session of a consumer, 6 s, less one heartbeat: a process that was halted for less is still a member. */
    private static final Duration HALT = Duration.ofSeconds(4);
    /** Time in which a member learns that it was replaced. */
    private static final Duration RECENT = Duration.ofSeconds(8);

    private static final long EVERY_MS = 500;

    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "halt-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Instant lastSeen;
    private Instant resumed = Instant.MIN;

    ProcessHaltWatch(InstantSource clock) {
        this.clock = clock;
        this.lastSeen = clock.instant();
    }

    /** Starts to look twice a second. */
    ProcessHaltWatch started() {
        var unused = timer.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Records that the process runs now. */
    synchronized void look() {
        Instant now = clock.instant();
        if (lastSeen.plus(HALT).isBefore(now)) {
            resumed = now;
        }
        lastSeen = now;
    }

    /** Returns when the process went on after its newest halt; empty when that was eight seconds ago or more. */
    synchronized Optional<Instant> resumedAt() {
        look();
        return Optional.of(resumed).filter(at -> at.plus(RECENT).isAfter(clock.instant()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

package org.vigie.replay.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.ReplayControl;

/** Lets a replay wait for its time, and steers it meanwhile. Thread-safe: one thread takes records, another one steers. */
public final class ReplayPace {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition steered = lock.newCondition();
    private final InstantSource clock;
    private final Wait wait;
    private final ReplayTimeline timeline;

    /** Waits until a wall time, or until the replay is steered. */
    @FunctionalInterface
    interface Wait {
        void until(Instant wall, Condition steered) throws InterruptedException;
    }

    /**
     * Creates a pace that waits on the wall clock.
     *
     * @param period recorded times of the replay
     * @param paused true to wait at the start of the period
     */
    public ReplayPace(PartitionPeriod period, ReplaySpeed speed, boolean paused) {
        this(period, speed, paused, InstantSource.system(), ReplayPace::await);
    }

    ReplayPace(PartitionPeriod period, ReplaySpeed speed, boolean paused, InstantSource clock, Wait wait) {
        this.clock = clock;
        this.wait = wait;
        this.timeline = new ReplayTimeline(period, speed, paused, clock.instant());
    }

    @SuppressWarnings("WaitNotInLoop") // The caller asks in a loop whether the record is still held back.
    private static void await(Instant wall, Condition steered) throws InterruptedException {
        long millis = Duration.between(Instant.now(), wall).toMillis();
        boolean unused = steered.await(Math.max(1, millis), TimeUnit.MILLISECONDS);
    }

    /** Waits until the replay may take a record. */
    public void await(Instant recorded) throws InterruptedException {
        lock.lock();
        try {
            while (timeline.holdsBack(recorded, clock.instant())) {
                Instant latest = clock.instant().plus(LONGEST_WAIT);
                wait.until(timeline.due(recorded).filter(latest::isAfter).orElse(latest), steered);
            }
            timeline.take(recorded, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Returns where the replay is. */
    ReplayPosition position() {
        lock.lock();
        try {
            return timeline.position(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does what is asked.
     *
     * @throws IllegalArgumentException when it cannot be done, with the reason
     */
    void steer(ReplayControl asked) {
        lock.lock();
        try {
            steer(asked, clock.instant());
        } finally {
            steered.signalAll();
            lock.unlock();
        }
    }

    private void steer(ReplayControl asked, Instant wall) {
        switch (asked.getAction()) {
            case PAUSE -> timeline.pause(true, wall);
            case RESUME -> timeline.pause(false, wall);
            case STEP -> timeline.step(Duration.ofMillis(given("step", asked.getStepMs())), wall);
            case SEEK -> timeline.seek(given("seek", asked.getSeekTo()), wall);
            case SPEED -> timeline.setSpeed(new ReplaySpeed(given("speed", asked.getSpeed())), wall);
            default -> throw new IllegalArgumentException("action: unknown, was " + asked.getAction());
        }
    }

    private static <T> T given(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": must be given");
        }
        return value;
    }
}

package org.vigie.platform.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Reads the progress of vitals-streams and alert-streams from the broker once per second, and logs when they are late.
 *
 * <p>Without an answer no record counts as processed. A stay is then not reported as silent, but as unread after a while.
 */
public final class ReadProgressMonitor implements ReadHorizon, AutoCloseable {
    /** Name of the app that writes observations.clean from observations.raw. */
    static final String UPSTREAM = "vitals-streams";

    private static final Logger LOG = LoggerFactory.getLogger(ReadProgressMonitor.class);
    private static final long EVERY_MS = 1_000;

    private final OffsetSource offsetSource;
    private final Duration late;
    private final String consequence;
    private final ScheduledExecutorService timer;
    private final ReadProgress progress = new ReadProgress();
    private final ProcessHaltWatch haltWatch = new ProcessHaltWatch(InstantSource.system());
    private final long begun = System.currentTimeMillis();
    private boolean isLate;
    private boolean isUnanswered;

    /** Reads a snapshot of the offsets. */
    interface OffsetSource extends AutoCloseable {
        ReadProgress.OffsetSnapshot ask() throws Exception;

        @Override
        void close();
    }

    ReadProgressMonitor(OffsetSource offsetSource, Duration late, String consequence) {
        this.offsetSource = offsetSource;
        this.late = late;
        this.consequence = consequence;
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "read-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to read the progress.
     *
     * @param late delay from which waiting readings are logged
     * @param consequence sentence for the log that says what the app does meanwhile
     */
    public static ReadProgressMonitor start(KafkaConnectionConfig kafka, Duration late, String consequence) {
        return new ReadProgressMonitor(new BrokerOffsets(kafka), late, consequence).started();
    }

    ReadProgressMonitor started() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        var unusedWatch = haltWatch.started();
        return this;
    }

    @Override
    public long of(int clean, Set<Integer> raw, long now) {
        return progress.of(clean, raw, now);
    }

    @Override
    public Optional<Instant> resumedAt() {
        return haltWatch.resumedAt();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        haltWatch.close();
        offsetSource.close();
    }

    /**
     * Reads the offsets and logs a delay. It catches everything, because a scheduled task that throws, even an {@link Error}, never runs
     * again.
     */
    private void look() {
        try {
            progress.see(offsetSource.ask());
            logDelay(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (!isUnanswered) {
                isUnanswered = true;
                LOG.warn(
                        "The progress of {} and {} could not be read from the broker; it is tried again every second",
                        UPSTREAM,
                        BrokerOffsets.READER,
                        e);
            }
            logDelay(true);
        }
    }

    private void logDelay(boolean unanswered) {
        isUnanswered = unanswered;
        Duration behind = Duration.ofMillis(System.currentTimeMillis() - Math.max(begun, progress.all()));
        boolean nowLate = behind.compareTo(late) >= 0;
        if (nowLate && !isLate) {
            LOG.warn("Readings are processed {} s late. {}", behind.toSeconds(), consequence);
        } else if (isLate && !nowLate) {
            LOG.info("Readings are processed without delay again");
        }
        isLate = nowLate;
    }
}

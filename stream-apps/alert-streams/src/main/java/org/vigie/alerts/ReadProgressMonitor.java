package org.vigie.alerts;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Asks the broker once a second how far vitals-streams and alert-streams have read, and says in the log when they are late. Without an
 * answer nothing is known to be read, so that no stay is called silent, but unread after a while.
 */
final class ReadProgressMonitor implements ReadHorizon, AutoCloseable {
    /** The app that makes observations.clean of observations.raw. */
    static final String UPSTREAM = "vitals-streams";

    private static final Logger LOG = LoggerFactory.getLogger(ReadProgressMonitor.class);
    private static final long EVERY_MS = 1_000;

    private final OffsetSource offsetSource;
    private final Duration late;
    private final ScheduledExecutorService timer;
    private final ReadProgress progress = new ReadProgress();
    private final long begun = System.currentTimeMillis();
    private boolean isLate;
    private boolean isUnanswered;

    /** Where to ask. */
    interface OffsetSource extends AutoCloseable {
        ReadProgress.OffsetSnapshot ask() throws Exception;

        @Override
        void close();
    }

    ReadProgressMonitor(OffsetSource offsetSource, Duration late) {
        this.offsetSource = offsetSource;
        this.late = late;
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "read-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param late from then on readings that wait are worth a word */
    static ReadProgressMonitor start(KafkaConnectionConfig kafka, Duration late) {
        return new ReadProgressMonitor(new BrokerOffsets(kafka), late).started();
    }

    ReadProgressMonitor started() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public long of(int clean, Set<Integer> raw, long now) {
        return progress.of(clean, raw, now);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        offsetSource.close();
    }

    /** A scheduled task that throws, be it an {@link Error}, is never run again. */
    private void look() {
        try {
            progress.see(offsetSource.ask());
            say(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (!isUnanswered) {
                isUnanswered = true;
                LOG.warn("The broker does not say how far {} and {} have read", UPSTREAM, AlertStreams.NAME, e);
            }
            say(true);
        }
    }

    private void say(boolean unanswered) {
        isUnanswered = unanswered;
        Duration behind = Duration.ofMillis(System.currentTimeMillis() - Math.max(begun, progress.all()));
        boolean nowLate = behind.compareTo(late) >= 0;
        if (nowLate && !isLate) {
            LOG.warn(
                    "What the beds say is taken in {} s late: levels are unknown, and no bed is called silent until it has caught up, but unread after 2 min",
                    behind.toSeconds());
        } else if (isLate && !nowLate) {
            LOG.info("What the beds say is taken in without delay again");
        }
        isLate = nowLate;
    }
}

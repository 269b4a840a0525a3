package org.vigie.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.cluster.flink.FlinkJobSubmission;
import org.vigie.cluster.flink.FlinkRestException;

/**
 * Keeps one job on the Flink cluster. A job manager that was started again knows no job, because a standalone session without ZooKeeper
 * keeps none: then the job is submitted again and goes on from its newest checkpoint.
 */
final class FlinkJobKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkJobKeeper.class);
    private static final long LOOK_EVERY_MS = 500;

    private volatile FlinkJobSubmission job;
    private final Thread thread = new Thread(this::keep, "flink-job");
    private volatile boolean closed;

    private FlinkJobKeeper(FlinkJobSubmission job) {
        this.job = job;
        thread.setDaemon(true);
    }

    /** Submits the job as soon as the job manager answers. */
    static FlinkJobKeeper start(FlinkJobSubmission job) {
        var keeper = new FlinkJobKeeper(job);
        keeper.thread.start();
        return keeper;
    }

    /** @throws TimeoutException when not all tasks run within that time */
    void awaitRunning(Duration patience) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        while (!job.isRunning()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("The job risk-flink did not run within " + patience.toSeconds()
                        + " s; the log of flink-jobmanager says why.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    boolean isRunning() {
        return job.isRunning();
    }

    /** @throws FlinkRestException when Flink makes no savepoint; the job runs on then */
    void stopWithSavepoint() throws InterruptedException {
        job.stopWithSavepoint();
    }

    /** Ends the job, whatever its state. */
    void end() throws InterruptedException {
        job.end();
    }

    /** Submits another build of a job that has ended. It goes on from the newest checkpoint. */
    void submit(FlinkJobSubmission next) {
        job = next;
        LOG.info("another build of risk-flink is submitted as job {}", next.submit());
    }

    private void keep() {
        try {
            while (!closed) {
                submitWhenForgotten();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submitWhenForgotten() {
        try {
            if (job.isForgotten()) {
                LOG.info("risk-flink is submitted as job {}", job.submit());
            }
        } catch (FlinkRestException e) {
            LOG.debug("Flink takes no job yet: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

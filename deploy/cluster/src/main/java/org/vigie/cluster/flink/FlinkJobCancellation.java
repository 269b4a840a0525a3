package org.vigie.cluster.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels the jobs of a session cluster that have not ended, such as one that starts again and again. Their checkpoints stay. */
record FlinkJobCancellation(FlinkRestClient flink) {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkJobCancellation.class);
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MS = 200;

    /**
     * Cancels them and returns when they have ended.
     *
     * @throws FlinkRestException when one has not within three minutes
     */
    void cancelAll() throws InterruptedException {
        unended().forEach(this::cancel);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (List<String> jobs = unended(); !jobs.isEmpty(); jobs = unended()) {
            if (System.nanoTime() > end) {
                throw new FlinkRestException("The jobs " + jobs + " were not cancelled within " + PATIENCE.toSeconds()
                        + " s; the log of flink-jobmanager says why.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    private void cancel(String job) {
        try {
            flink.patch("/jobs/" + job + "?mode=cancel");
        } catch (FlinkRestException e) {
            LOG.info("Flink does not cancel the job {}, which may have ended meanwhile: {}", job, e.getMessage());
        }
    }

    private List<String> unended() {
        JsonNode jobs = flink.get("/jobs/overview").path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> !ENDED.contains(job.path("state").asText()))
                .map(job -> job.path("jid").asText())
                .toList();
    }
}

package org.vigie.cluster.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Cancels the jobs of a session cluster that have not ended, such as one that starts again and again. Their checkpoints stay. A job manager
 * that is busy, or that has just been started again, refuses a request: it is asked again until the job has ended.
 */
final class FlinkJobCancellation {
    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");
    private static final String ASKED = "CANCELLING";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MS = 200;

    private final FlinkRestClient flink;
    private String refusal = "no request was refused";

    FlinkJobCancellation(FlinkRestClient flink) {
        this.flink = flink;
    }

    /** Holds a job that has not ended. */
    private record UnendedJob(String id, String state) {}

    /**
     * Cancels them and returns when they have ended.
     *
     * @throws FlinkRestException when one has not within three minutes
     */
    void cancelAll() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!areEnded()) {
            if (System.nanoTime() > end) {
                throw new FlinkRestException("The jobs of Flink were not cancelled within " + PATIENCE.toSeconds()
                        + " s (" + refusal + "); the log of flink-jobmanager says why.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** Returns whether no job is left; asks those that are left to end, unless Flink is at it. */
    private boolean areEnded() {
        try {
            List<UnendedJob> jobs = unended();
            jobs.stream().filter(job -> !job.state().equals(ASKED)).forEach(this::cancel);
            return jobs.isEmpty();
        } catch (FlinkRestException e) {
            refusal = e.getMessage();
            return false;
        }
    }

    private void cancel(UnendedJob job) {
        flink.patch("/jobs/" + job.id() + "?mode=cancel");
    }

    private List<UnendedJob> unended() {
        JsonNode jobs = flink.get("/jobs/overview").path("jobs");
        return StreamSupport.stream(jobs.spliterator(), false)
                .map(job -> new UnendedJob(
                        job.path("jid").asText(), job.path("state").asText()))
                .filter(job -> !ENDED.contains(job.state()))
                .toList();
    }
}

package org.vigie.cluster.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.risk.CheckpointFinder;

/**
 * Submits the job risk-flink to a session cluster and follows its state.
 *
 * @param rest address of the job manager, without a path
 * @param jar the job with its libraries ({@code deploy/flink-job/target/risk-flink-job.jar})
 * @param configuration file of the job, which the job manager must be able to read
 * @param checkpoints folder of the job's checkpoints on this machine
 */
public record FlinkJobSubmission(URI rest, Path jar, Path configuration, Path checkpoints) {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkJobSubmission.class);
    private static final String MAIN = "org.vigie.risk.Main";
    private static final String RUNNING = "RUNNING";

    /**
     * Submits the job. It goes on from the newest whole checkpoint, if there is one.
     *
     * @return the id of the job
     * @throws FlinkRestException when Flink refuses the jar or the job
     */
    public String submit() {
        var client = new FlinkRestClient(rest);
        var request = JsonNodeFactory.instance.objectNode().put("entryClass", MAIN);
        request.putArray("programArgsList").add(configuration.toString());
        newest().ifPresent(checkpoint ->
                request.put("savepointPath", checkpoint.toUri().toString()).put("claimMode", "CLAIM"));
        return client.post("/jars/" + client.upload(jar) + "/run", request)
                .path("jobid")
                .asText();
    }

    /** Returns whether a job runs and all its tasks do. */
    public boolean isRunning() {
        try {
            return running().isPresent();
        } catch (FlinkRestException e) {
            return false;
        }
    }

    /** Returns the id of the job whose tasks all run. */
    private Optional<String> running() {
        for (JsonNode job : new FlinkRestClient(rest).get("/jobs/overview").path("jobs")) {
            JsonNode tasks = job.path("tasks");
            if (job.path("state").asText().equals(RUNNING)
                    && tasks.path("running").asInt() == tasks.path("total").asInt()) {
                return Optional.of(job.path("jid").asText());
            }
        }
        return Optional.empty();
    }

    /**
     * Stops the job between two records and leaves a savepoint in the folder of the checkpoints, from which the next submission goes on.
     *
     * @throws FlinkRestException when no job runs, or Flink makes no savepoint
     */
    public void stopWithSavepoint() throws InterruptedException {
        String job = running().orElseThrow(() -> new FlinkRestException("No job runs at " + rest + "."));
        new FlinkSavepoint(new FlinkRestClient(rest), job).stop(checkpoints.toUri());
    }

    /**
     * Ends every job of the cluster: with a savepoint when all its tasks run, else at once. The next submission goes on from the newest
     * whole checkpoint.
     *
     * @throws FlinkRestException when Flink does not end it
     */
    public void end() throws InterruptedException {
        try {
            if (isRunning()) {
                stopWithSavepoint();
            }
        } catch (FlinkRestException e) {
            LOG.info("The Flink job is cancelled, because it cannot be stopped: {}", e.getMessage());
        }
        new FlinkJobCancellation(new FlinkRestClient(rest)).cancelAll();
    }

    /** Returns whether the cluster knows no job: its job manager was started again. */
    public boolean isForgotten() {
        return new FlinkRestClient(rest).get("/jobs/overview").path("jobs").isEmpty();
    }

    private Optional<Path> newest() {
        try {
            return new CheckpointFinder(checkpoints).newest();
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + checkpoints + " cannot be read", e);
        }
    }
}

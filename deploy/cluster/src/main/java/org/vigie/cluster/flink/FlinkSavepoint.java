package org.vigie.cluster.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Stops one job with a savepoint, over REST.
 *
 * @param job id of the job, which runs
 */
record FlinkSavepoint(FlinkRestClient flink, String job) {
    private static final long LOOK_EVERY_MS = 200;

    /**
     * Stops the job between two records and returns when it has ended.
     *
     * @param folder in which the savepoint gets a folder of its own
     * @throws FlinkRestException when Flink makes no savepoint; the job runs on then
     */
    void stop(URI folder) throws InterruptedException {
        var request = JsonNodeFactory.instance.objectNode();
        request.put("targetDirectory", folder.toString()).put("drain", false);
        String trigger =
                flink.post("/jobs/" + job + "/stop", request).path("request-id").asText();
        JsonNode answer = flink.get(path(trigger));
        while (!answer.path("status").path("id").asText().equals("COMPLETED")) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            answer = flink.get(path(trigger));
        }
        requireSavepoint(answer.path("operation"));
    }

    private String path(String trigger) {
        return "/jobs/" + job + "/savepoints/" + trigger;
    }

    private void requireSavepoint(JsonNode operation) {
        if (!operation.path("location").isTextual()) {
            throw new FlinkRestException("The job " + job + " was not stopped with a savepoint: "
                    + operation.path("failure-cause").path("stack-trace").asText());
        }
    }
}

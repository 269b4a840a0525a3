package org.vigie.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how a job ends whose build is taken back. */
class FlinkJobEndTest {
    private static final String OVERVIEW = "GET /jobs/overview";
    private static final String CANCEL = "PATCH /jobs/j1?mode=cancel";

    private ScriptedFlink flink;
    private FlinkJobSubmission job;

    @BeforeEach
    void startFlink() throws IOException {
        flink = new ScriptedFlink();
        job = new FlinkJobSubmission(
                flink.address(),
                Path.of("job.jar"),
                Path.of("risk.yaml"),
                Path.of("checkpoints").toAbsolutePath());
    }

    @AfterEach
    void stopFlink() {
        flink.close();
    }

    @Test
    void aJobThatStartsAgainAndAgainIsCancelledUntilItHasEnded() throws InterruptedException {
        // given
        flink.on(OVERVIEW, 200, overview("RESTARTING"))
                .on(OVERVIEW, 200, overview("RESTARTING"))
                .on(OVERVIEW, 200, overview("CANCELLING"))
                .on(OVERVIEW, 200, overview("CANCELED"))
                .on(CANCEL, 202, "{}");

        // when
        job.end();

        // then
        assertThat(flink.requests()).containsOnlyOnce(CANCEL).endsWith(OVERVIEW);
    }

    @Test
    void aJobThatRunsIsStoppedWithASavepointAndNotCancelled() throws InterruptedException {
        // given
        flink.on(OVERVIEW, 200, overview("RUNNING"))
                .on(OVERVIEW, 200, overview("RUNNING"))
                .on(OVERVIEW, 200, overview("FINISHED"))
                .on("POST /jobs/j1/stop", 202, "{\"request-id\":\"r1\"}")
                .on(
                        "GET /jobs/j1/savepoints/r1",
                        200,
                        "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"location\":\"file:/savepoint-1\"}}");

        // when
        job.end();

        // then
        assertThat(flink.requests())
                .anyMatch(request -> request.startsWith("POST /jobs/j1/stop"))
                .doesNotContain(CANCEL);
    }

    @Test
    void aJobThatHasFailedNeedsNothing() throws InterruptedException {
        // given
        flink.on(OVERVIEW, 200, overview("FAILED"));

        // when
        job.end();

        // then
        assertThat(flink.requests()).containsOnly(OVERVIEW);
    }

    @Test
    void aJobThatEndsBeforeItIsCancelledHasEnded() throws InterruptedException {
        // given
        flink.on(OVERVIEW, 200, overview("FAILING"))
                .on(OVERVIEW, 200, overview("FAILING"))
                .on(OVERVIEW, 200, overview("FAILED"))
                .on(CANCEL, 409, "{\"errors\":[\"the job has ended\"]}");

        // when
        job.end();

        // then
        assertThat(flink.requests()).contains(CANCEL).endsWith(OVERVIEW);
    }

    @Test
    void aJobWhoseCancellationWasRefusedIsAskedAgainUntilItHasEnded() throws InterruptedException {
        // given
        flink.on(OVERVIEW, 200, overview("RESTARTING"))
                .on(OVERVIEW, 200, overview("RESTARTING"))
                .on(OVERVIEW, 503, "{\"errors\":[\"the job manager is starting\"]}")
                .on(OVERVIEW, 200, overview("RESTARTING"))
                .on(OVERVIEW, 200, overview("CANCELLING"))
                .on(OVERVIEW, 200, overview("CANCELED"))
                .on(CANCEL, 500, "{\"errors\":[\"the request timed out\"]}")
                .on(CANCEL, 202, "{}");

        // when
        job.end();

        // then
        assertThat(flink.requests())
                .endsWith(OVERVIEW)
                .filteredOn(CANCEL::equals)
                .hasSize(2);
    }

    private static String overview(String state) {
        return "{\"jobs\":[{\"jid\":\"j1\",\"state\":\"%s\",\"tasks\":{\"running\":4,\"total\":4}}]}".formatted(state);
    }
}

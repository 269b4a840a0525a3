package org.vigie.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.testing.broker.UnusedPort;

class FlinkJobSubmissionTest {
    private static final String OVERVIEW = "GET /jobs/overview";
    private static final String RUNNING = job("RUNNING", 4, 4);

    @TempDir
    Path directory;

    private ScriptedFlink flink;
    private FlinkJobSubmission job;

    @BeforeEach
    void startFlink() throws IOException {
        flink = new ScriptedFlink();
        Path jar = Files.writeString(directory.resolve("risk-flink-job.jar"), "classes");
        job = submission(flink.address(), jar);
    }

    @AfterEach
    void stopFlink() {
        flink.close();
    }

    private FlinkJobSubmission submission(URI address, Path jar) {
        return new FlinkJobSubmission(address, jar, directory.resolve("risk.yaml"), directory.resolve("checkpoints"));
    }

    private static String job(String state, int running, int total) {
        return "{\"jobs\":[{\"jid\":\"j1\",\"state\":\"%s\",\"tasks\":{\"running\":%d,\"total\":%d}}]}"
                .formatted(state, running, total);
    }

    @Test
    void theFirstSubmissionUploadsTheJarAndBeginsWithoutACheckpoint() {
        // given
        flink.on("POST /jars/upload", 200, "{\"filename\":\"/tmp/upload/7_risk-flink-job.jar\"}")
                .on("POST /jars/7_risk-flink-job.jar/run", 200, "{\"jobid\":\"j1\"}");

        // when
        String id = job.submit();

        // then
        assertThat(id).isEqualTo("j1");
        assertThat(flink.requests().get(0)).contains("filename=\"risk-flink-job.jar\"", "classes");
        assertThat(flink.requests().get(1))
                .contains("\"entryClass\":\"org.vigie.risk.Main\"", "risk.yaml")
                .doesNotContain("savepointPath");
    }

    @ParameterizedTest
    @CsvSource({"RUNNING, 4, 4, true", "RUNNING, 3, 4, false", "RESTARTING, 4, 4, false"})
    void aJobRunsWhenAllItsTasksDo(String state, int running, int total, boolean isRunning) {
        // given
        flink.on(OVERVIEW, 200, job(state, running, total));

        // when, then
        assertThat(job.isRunning()).isEqualTo(isRunning);
        assertThat(job.isForgotten()).isFalse();
    }

    @Test
    void aClusterWithoutJobsHasForgottenTheJob() {
        // given
        flink.on(OVERVIEW, 200, "{\"jobs\":[]}");

        // when, then
        assertThat(job.isForgotten()).isTrue();
        assertThat(job.isRunning()).isFalse();
    }

    @Test
    void theJobIsStoppedOnceItsSavepointIsWhole() throws InterruptedException {
        // given
        flink.on(OVERVIEW, 200, RUNNING)
                .on("POST /jobs/j1/stop", 202, "{\"request-id\":\"r1\"}")
                .on("GET /jobs/j1/savepoints/r1", 200, "{\"status\":{\"id\":\"IN_PROGRESS\"}}")
                .on(
                        "GET /jobs/j1/savepoints/r1",
                        200,
                        "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"location\":\"file:/savepoint-1\"}}");

        // when
        job.stopWithSavepoint();

        // then
        assertThat(flink.requests().get(1)).contains("\"drain\":false", "checkpoints");
        assertThat(flink.requests()).hasSize(4);
    }

    @Test
    void aSavepointThatFailedIsReportedWithFlinksReason() {
        // given
        flink.on(OVERVIEW, 200, RUNNING)
                .on("POST /jobs/j1/stop", 202, "{\"request-id\":\"r1\"}")
                .on(
                        "GET /jobs/j1/savepoints/r1",
                        200,
                        "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"failure-cause\":{\"stack-trace\":\"disk full\"}}}");

        // when, then
        assertThatThrownBy(job::stopWithSavepoint)
                .isInstanceOf(FlinkRestException.class)
                .hasMessage("The job j1 was not stopped with a savepoint: disk full");
    }

    @Test
    void noJobIsStoppedWhereNoneRuns() {
        // given
        flink.on(OVERVIEW, 200, job("FAILED", 0, 4));

        // when, then
        assertThatThrownBy(job::stopWithSavepoint).hasMessageContaining("No job runs at " + flink.address());
    }

    @Test
    void aRefusalNamesTheRequestAndFlinksAnswer() {
        // given
        flink.on("POST /jars/upload", 500, "no space left");

        // when, then
        assertThatThrownBy(job::submit)
                .isInstanceOf(FlinkRestException.class)
                .hasMessageContainingAll("Flink answered 500 to POST", "/jars/upload", "no space left");
    }

    @Test
    void aJarThatIsNotBuiltIsNamed() {
        // given
        var unbuilt = submission(flink.address(), directory.resolve("missing.jar"));

        // when, then
        assertThatThrownBy(unbuilt::submit).hasMessageContainingAll("missing.jar", "./vigie build");
    }

    @Test
    void aFlinkThatDoesNotAnswerRunsNoJob() {
        // given
        var away = submission(
                URI.create("http://127.0.0.1:" + UnusedPort.find().number()), directory.resolve("missing.jar"));

        // when, then
        assertThat(away.isRunning()).isFalse();
        assertThatThrownBy(away::isForgotten).hasMessageContaining("does not answer: is it running?");
    }
}

package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.flink.FlinkJobSubmission;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.risk.FlinkConfig;
import org.vigie.risk.FlinkConfig.DeploymentMode;
import org.vigie.risk.RiskConfig;

/** Tests the configuration with which the job runs on the Flink cluster. */
class FlinkJobFileTest {
    private static final URI REST = URI.create("http://127.0.0.1:16060");
    private static final Path JOB = Path.of("/vigie/risk-flink-job.jar");

    @TempDir
    Path directory;

    @Test
    void theJobRunsOnTheClusterAndCheckpointsEveryFiveSeconds() {
        // when
        FlinkJobSubmission job = submission(false);

        // then
        FlinkConfig flink = read(job).flink();
        assertThat(flink.mode()).isEqualTo(DeploymentMode.CLUSTER);
        assertThat(flink.checkpointEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(Path.of(URI.create(flink.checkpointUri()))).isEqualTo(job.checkpoints());
    }

    @Test
    void theJobAsksTheSecondModelServerWhenTheFirstOneFails() {
        assertThat(read(submission(false)).scorer().url()).isEqualTo("grpc://127.0.0.1:16091,grpc://127.0.0.1:16101");
    }

    @Test
    void aJobOfAnEarlierBuildIsGivenOneModelServer() {
        assertThat(read(submission(true)).scorer().url()).isEqualTo("grpc://127.0.0.1:16091");
    }

    @Test
    void theFileHoldsNoToken() {
        assertThat(submission(false).configuration()).content().doesNotContainIgnoringCase("token");
    }

    @Test
    void theJarOfTheBuildIsSubmittedToTheJobManager() {
        // when
        FlinkJobSubmission job = submission(true);

        // then
        assertThat(job.jar()).isEqualTo(JOB);
        assertThat(job.rest()).isEqualTo(REST);
    }

    private FlinkJobSubmission submission(boolean isEarlier) {
        var build = new VigieBuild("/vigie/lib/*", JOB, isEarlier);
        return new FlinkJobFile(TestClusters.in(directory), build).submission(REST);
    }

    private static RiskConfig read(FlinkJobSubmission job) {
        return ConfigLoader.load(Optional.of(job.configuration()), RiskConfig.class, Map.of());
    }
}

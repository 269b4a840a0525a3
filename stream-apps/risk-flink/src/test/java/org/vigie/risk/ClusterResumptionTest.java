package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests from where a job goes on whose job manager was started again. */
class ClusterResumptionTest {
    @TempDir
    private Path checkpoints;

    private final Configuration cluster = new Configuration();

    @Test
    void aJobManagerThatIsStartedAgainTakesTheNewestCheckpointOfItsVolume() throws Exception {
        // given
        Path checkpoint = checkpoint();

        // when, then
        assertThat(resumption(checkpoints.toUri().toString()).checkpoint(cluster))
                .contains(checkpoint);
    }

    @Test
    void theFirstStartHasNone() throws Exception {
        assertThat(resumption("file:///nowhere/checkpoints").checkpoint(cluster))
                .isEmpty();
    }

    @Test
    void aSavepointThatTheClusterNamesComesFirst() throws Exception {
        // given
        checkpoint();

        // when
        cluster.set(StateRecoveryOptions.SAVEPOINT_PATH, "file:///savepoint-1");

        // then
        assertThat(resumption(checkpoints.toUri().toString()).checkpoint(cluster))
                .isEmpty();
    }

    @Test
    void aClusterWithHighAvailabilityFindsItsCheckpointItself() throws Exception {
        // given
        checkpoint();

        // when
        cluster.set(HighAvailabilityOptions.HA_MODE, "kubernetes");

        // then
        assertThat(resumption(checkpoints.toUri().toString()).checkpoint(cluster))
                .isEmpty();
    }

    @Test
    void aFolderThatIsNoFileSystemOfThisMachineIsNotSearched() throws Exception {
        assertThat(resumption("s3://bucket/risk-flink").checkpoint(cluster)).isEmpty();
    }

    private static ClusterResumption resumption(String uri) {
        return new ClusterResumption(
                new FlinkConfig(FlinkConfig.DeploymentMode.CLUSTER, Path.of("data"), uri, Duration.ofSeconds(5), 2, 0));
    }

    private Path checkpoint() throws IOException {
        Path checkpoint = Files.createDirectories(checkpoints.resolve("job-a/chk-7"));
        try (var out = new DataOutputStream(Files.newOutputStream(checkpoint.resolve("_metadata")))) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(7, List.of(), List.of()), out);
        }
        return checkpoint;
    }
}

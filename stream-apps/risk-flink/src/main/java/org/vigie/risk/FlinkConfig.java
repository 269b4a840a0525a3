package org.vigie.risk;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How Flink runs the job.
 *
 * @param mode whether Flink runs in this JVM or the job is submitted to a cluster
 * @param directory for checkpoints, and for Flink's own files when it runs in this JVM
 * @param checkpointEvery after a crash the job goes on from at most this far back
 * @param parallelism at most the partitions of a topic can be busy
 * @param webPort of the web UI on loopback, 0 for any free one; only when Flink runs in this JVM
 */
public record FlinkConfig(DeploymentMode mode, Path directory, Duration checkpointEvery, int parallelism, int webPort) {
    /** Where Flink is. */
    public enum DeploymentMode {
        /** In this JVM. */
        LOCAL,
        /** The cluster this job is submitted to, with that cluster's own ports, memory and state backend. */
        CLUSTER
    }

    public FlinkConfig {
        if (checkpointEvery.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "flink.checkpointEvery: must be at least PT0.1S, was " + checkpointEvery);
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("flink.parallelism: must be positive, was " + parallelism);
        }
        if (webPort < 0 || webPort > 65535) {
            throw new IllegalArgumentException("flink.webPort: must lie in 0..65535, was " + webPort);
        }
    }

    public static FlinkConfig defaults() {
        return new FlinkConfig(DeploymentMode.LOCAL, Path.of("data", "risk-flink"), Duration.ofSeconds(5), 2, 18082);
    }

    Path checkpoints() {
        return directory.resolve("checkpoints");
    }
}

package org.vigie.risk;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Configures Flink.
 *
 * @param mode whether Flink runs in this JVM or the job is submitted to a cluster
 * @param directory directory for checkpoints, and for Flink's own files when it runs in this JVM
 * @param checkpointUri folder of the checkpoints on a file system that every process of a cluster reaches, such as {@code
 *     s3://bucket/risk-flink}; empty: {@code directory}/checkpoints
 * @param checkpointEvery interval of checkpoints; after a crash the job repeats at most this much
 * @param parallelism number of parallel tasks; more than the partitions of a topic have no use
 * @param webPort port of the web UI on loopback, 0 for any free port; only when Flink runs in this JVM
 */
public record FlinkConfig(
        DeploymentMode mode,
        Path directory,
        String checkpointUri,
        Duration checkpointEvery,
        int parallelism,
        int webPort) {
    /** Says where Flink runs. */
    public enum DeploymentMode {
        /** Flink runs in this JVM. */
        LOCAL,
        /** The job is submitted to a cluster, which has its own ports, memory and state backend. */
        CLUSTER
    }

    public FlinkConfig {
        if (!checkpointUri.isEmpty() && !checkpointUri.matches("[a-z][a-z0-9+.-]*:/.*")) {
            throw new IllegalArgumentException(
                    "flink.checkpointUri: must be a URI such as s3://bucket/risk-flink, or empty, was '" + checkpointUri
                            + "'");
        }
        if (!checkpointUri.isEmpty() && mode == DeploymentMode.LOCAL) {
            throw new IllegalArgumentException(
                    "flink.checkpointUri: must be empty with flink.mode LOCAL, which keeps its checkpoints in flink.directory, was '"
                            + checkpointUri + "'");
        }
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

    /** Creates a configuration whose checkpoints lie in {@code directory}. */
    public FlinkConfig(DeploymentMode mode, Path directory, Duration checkpointEvery, int parallelism, int webPort) {
        this(mode, directory, "", checkpointEvery, parallelism, webPort);
    }

    public static FlinkConfig defaults() {
        return new FlinkConfig(DeploymentMode.LOCAL, Path.of("data", "risk-flink"), Duration.ofSeconds(5), 2, 18082);
    }

    /** Returns the folder of the checkpoints on this machine. */
    Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    /** Returns the folder of the checkpoints as Flink takes it. */
    String checkpointLocation() {
        return checkpointUri.isEmpty() ? checkpoints().toUri().toString() : checkpointUri;
    }
}

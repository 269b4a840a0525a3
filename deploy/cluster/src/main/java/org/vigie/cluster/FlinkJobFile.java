package org.vigie.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.cluster.flink.FlinkJobSubmission;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Writes the configuration of the job risk-flink for a cluster. The job manager reads it; the task managers need no file. */
record FlinkJobFile(ClusterConfig config) {
    private static final String JOB = "risk-flink";

    /** Writes the file and returns how the job is submitted with it. */
    FlinkJobSubmission submission(URI rest) {
        Path state = config.folder().state(JOB);
        Path file = config.folder().configuration(JOB).resolve("risk-flink.yaml");
        try {
            Files.writeString(file, text(state));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
        return new FlinkJobSubmission(rest, config.flinkJob(), file, state.resolve("checkpoints"));
    }

    private String text(Path state) {
        KafkaConnectionConfig kafka = config.kafka();
        return """
                kafka: {bootstrapServers: "%s", registryUrl: "%s", namespace: %s, partitions: %d}
                scorer: {url: "grpc://127.0.0.1:%d"}
                flink: {mode: CLUSTER, checkpointUri: "%s", checkpointEvery: PT5S, parallelism: 2}
                """.formatted(
                        kafka.bootstrapServers(),
                        kafka.registryUrl(),
                        kafka.namespace(),
                        kafka.partitions(),
                        config.ports().second(ClusterNode.first(NodeKind.MODEL_SERVER)),
                        state.resolve("checkpoints").toUri());
    }
}

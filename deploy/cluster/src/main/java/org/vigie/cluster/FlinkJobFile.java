package org.vigie.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.vigie.cluster.flink.FlinkJobSubmission;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Writes the configuration of the job risk-flink for a cluster. The job manager reads it; the task managers need no file.
 *
 * @param build whose job it is
 */
record FlinkJobFile(ClusterConfig config, VigieBuild build) {
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
        return new FlinkJobSubmission(rest, build.flinkJob(), file, state.resolve("checkpoints"));
    }

    private String text(Path state) {
        KafkaConnectionConfig kafka = config.kafka();
        return """
                kafka: {bootstrapServers: "%s", registryUrl: "%s", namespace: %s, partitions: %d}
                scorer: {url: "%s"}
                flink: {mode: CLUSTER, checkpointUri: "%s", checkpointEvery: PT5S, parallelism: 2}
                """.formatted(
                        kafka.bootstrapServers(),
                        kafka.registryUrl(),
                        kafka.namespace(),
                        kafka.partitions(),
                        modelServers(),
                        state.resolve("checkpoints").toUri());
    }

    /** Returns the addresses of the model servers: the job asks the next one when one fails. An earlier build may know only one. */
    private String modelServers() {
        return NodeKind.MODEL_SERVER.nodes().stream()
                .limit(build.isEarlier() ? 1 : NodeKind.MODEL_SERVER.instances())
                .map(node -> "grpc://" + ClusterConfig.LOOPBACK + ":"
                        + config.ports().second(node))
                .collect(Collectors.joining(","));
    }
}

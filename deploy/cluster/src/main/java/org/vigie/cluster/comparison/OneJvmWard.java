package org.vigie.cluster.comparison;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.access.server.AuditTopicConfig;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.cluster.process.ProcessPlan;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.local.DemoCommand;
import org.vigie.local.WardRegistryAccess;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.registry.RegistryAddress;

/**
 * Runs the ward in one JVM with the options of a cluster, and reads what it raised.
 *
 * @param folder of the cluster; the ward's data lie in {@code state/one-jvm}
 * @param options of {@code ./vigie demo} that say which ward it is
 * @param models folder of the models
 */
public record OneJvmWard(ProcessFolder folder, List<String> options, Path models) {
    private static final String NAME = "one-jvm";
    private static final int PORT_OFFSET = 7_000;
    private static final Duration START = Duration.ofMinutes(6);
    /** The past that {@code ./vigie demo} sends first. */
    public static final Duration PAST = Duration.ofDays(2);

    /**
     * Plays the ward of a cluster again, for a time live, and compares the alarms of both.
     *
     * @param topics of the cluster, which must run
     * @param simulator folder of the state of the cluster's simulator
     * @param stopCluster runs when the alarms of the cluster are read
     */
    public AlarmComparison compare(KafkaConnectionConfig topics, Path simulator, Duration live, Runnable stopCluster)
            throws InterruptedException {
        PlayedWard inCluster = PlayedWard.read(topics, simulator);
        stopCluster.run();
        new SimulatorPosition(simulator).writeBeginning(new SimulatorPosition(data().resolve("simulator")), PAST);
        try (var process = new ManagedProcess(plan(live), folder)) {
            process.start();
            process.awaitEnd(START.plus(live));
        }
        return AlarmComparison.of(inCluster, read(topics));
    }

    private PlayedWard read(KafkaConnectionConfig topics) {
        Path data = data();
        var access = ProgramAccessConfig.in(data.resolve("access"));
        try (var broker = EmbeddedBroker.start(data.resolve("broker"));
                var registry = EmbeddedRegistry.start(
                        broker.bootstrapServers(),
                        RegistryAddress.loopback(0),
                        new WardRegistryAccess(access, AuditTopicConfig.defaults()))) {
            var kafka = new KafkaConnectionConfig(
                            broker.bootstrapServers(), registry.url(), topics.namespace(), topics.partitions())
                    .withRegistryToken(access.tokens().resolve(ProgramAccess.WARD));
            return PlayedWard.read(kafka, data.resolve("simulator"));
        }
    }

    private ProcessPlan plan(Duration live) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--headless", "--for", live.toString(), "--data-dir", data().toString()));
        arguments.addAll(List.of("--model-dir", models.toString(), "--port-offset", Integer.toString(PORT_OFFSET)));
        return new ProcessPlan(
                NAME,
                List.of(
                        "-Xmx900m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xss512k",
                        "-Djava.awt.headless=true"),
                absolute(System.getProperty("java.class.path")),
                DemoCommand.class.getName(),
                arguments,
                Map.of("DJL_OFFLINE", "true", "MALLOC_ARENA_MAX", "2"),
                URI.create("tcp://127.0.0.1:1"),
                Optional.empty());
    }

    private Path data() {
        return folder.state(NAME).resolve("data");
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

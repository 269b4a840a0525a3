package org.vigie.cluster.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.vigie.embedded.LoopbackNode;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.monitoring.MonitoringServer;

/** Runs one of three brokers: {@code BrokerMain CLUSTER_ID NODE DIRECTORY PORT VOTERS}. */
public final class BrokerMain {
    private static final long STOPS_WITHIN_MS = 10_000;
    /** The exit code of a process that SIGTERM ended. */
    private static final int HALTED = 143;

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        var member = new QuorumMember(
                Integer.parseInt(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]), arguments[4]);
        if (!isFormatted(member.directory())) {
            format(arguments[0], member);
        }
        var server = new KafkaRaftServer(member.toKafkaConfig(), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        server.startup();
        Optional<MonitoringServer> monitoring = monitored(member.port());
        server.awaitShutdown();
        monitoring.ifPresent(MonitoringServer::close);
    }

    /** Serves the metrics of the process and whether the broker takes connections, where a port is configured for it. */
    private static Optional<MonitoringServer> monitored(int port) {
        MonitoringConfig monitoring = NodeProcessConfig.of(System.getenv()).monitoring();
        if (!monitoring.isOn()) {
            return Optional.empty();
        }
        var served = monitoring.start();
        served.add(new PortProcess("broker", port, () -> {}).monitor());
        return Optional.of(served);
    }

    /** Ends the process after 10 s: without a quorum the shutdown waits five minutes. The log is recovered at the next start. */
    private static void stop(KafkaRaftServer server) {
        var stopping = new Thread(server::shutdown, "stop-broker");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(STOPS_WITHIN_MS);
            if (stopping.isAlive()) {
                Runtime.getRuntime().halt(HALTED);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private static boolean isFormatted(Path directory) throws IOException {
        Files.createDirectories(directory);
        return Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
    }

    private static void format(String clusterId, QuorumMember member) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                .setClusterId(clusterId)
                .setNodeId(member.id())
                .setControllerListenerName(LoopbackNode.CONTROLLER)
                .addDirectory(member.directory().toString())
                .setMetadataLogDirectory(member.directory().toString())
                .run();
    }
}

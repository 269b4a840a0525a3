package org.vigie.bench.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.station.Main;

/** Runs the station in a process of its own, which sees one processor, so that its processor time is known. */
record StationProcess(AnnouncedProcess station) implements AutoCloseable {
    private static final String LINK = "Log in once with ";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

    /**
     * Starts the station on any free port.
     *
     * @param access directory of its log-in
     * @throws IllegalStateException when it has not started within ten minutes
     */
    static StationProcess start(KafkaConnectionConfig kafka, Path access) throws Exception {
        var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment(kafka, access));
        return new StationProcess(AnnouncedProcess.start(builder, LINK, START_TIMEOUT));
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:ActiveProcessorCount=1",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
    }

    private static Map<String, String> environment(KafkaConnectionConfig kafka, Path access) {
        return Map.of(
                "VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl(),
                "VIGIE_KAFKA_NAMESPACE", kafka.namespace(),
                "VIGIE_KAFKA_PARTITIONS", Integer.toString(kafka.partitions()),
                "VIGIE_PORT", "0",
                "VIGIE_HISTORY", "PT1H",
                "VIGIE_ACCESS_DIRECTORY", access.toString(),
                "VIGIE_MONITORING_PORT", "0");
    }

    /** Returns the one-time link of the page. */
    URI login() {
        return station.address();
    }

    /** Returns the address of the page. */
    URI address() {
        return login().resolve("/");
    }

    /** Returns the processor time of the process since its start. */
    Duration processorTime() {
        return station.process().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        station.close();
    }
}

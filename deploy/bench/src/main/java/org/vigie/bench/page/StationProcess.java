package org.vigie.bench.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.station.Main;

/** Runs the station in a process of its own, which sees one processor, so that its processor time is known. */
final class StationProcess implements AutoCloseable {
    private static final String LINK = "Log in once with ";
    private static final long START_TIMEOUT_S = 600;
    private static final long STOP_TIMEOUT_S = 30;

    private final Process process;
    private final URI login;

    private StationProcess(Process process, URI login) {
        this.process = process;
        this.login = login;
    }

    /**
     * Starts the station on any free port.
     *
     * @param access directory of its log-in
     * @throws IllegalStateException when it has not started within ten minutes
     */
    static StationProcess start(KafkaConnectionConfig kafka, Path access) throws Exception {
        var builder = new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment(kafka, access));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "station-end"));
        var link = new CompletableFuture<URI>();
        var reader = new Thread(() -> read(process, link), "station-output");
        reader.setDaemon(true);
        reader.start();
        return new StationProcess(process, link.get(START_TIMEOUT_S, TimeUnit.SECONDS));
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

    /** Reads all that the station writes: a full pipe would stop it. */
    private static void read(Process process, CompletableFuture<URI> link) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(line -> line.startsWith(LINK))
                    .forEach(line -> link.complete(URI.create(line.substring(LINK.length()))));
        } catch (IOException e) {
            link.completeExceptionally(e);
        }
        link.completeExceptionally(new IllegalStateException("the station ended before it served its page"));
    }

    /** Returns the one-time link of the page. */
    URI login() {
        return login;
    }

    /** Returns the address of the page. */
    URI address() {
        return login.resolve("/");
    }

    /** Returns the processor time of the process since its start. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.gateway.BedsideGateway;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.mllp.MllpClientConnection;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.station.StationApp;
import org.vigie.station.StationConfig;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/** Runs gateway, vitals-streams and station on a broker of their own. There is no store, no Flink job and no model server. */
final class MonitoredWard implements AutoCloseable {
    static final Duration START = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedRegistry registry;
    private final KafkaConnectionConfig kafka;
    private final BedsideGateway gateway;
    private final StationApp station;

    MonitoredWard(Path directory) throws Exception {
        this.directory = directory;
        var broker = opened(EmbeddedBroker.start(directory.resolve("broker")));
        registry = opened(EmbeddedRegistry.start(broker.bootstrapServers(), 0));
        kafka = new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), "monitored", 2);
        new TopicProvisioner(new TopicsConfig(kafka, (short) 1, 0, Map.of())).run();
        opened(VitalsStreams.start(
                        new VitalsStreamsConfig(kafka, directory.resolve("vitals"), CleaningMemoryConfig.defaults())))
                .awaitRunning(START);
        Map<String, String> canaries =
                Map.of("VIGIE_MLLP_PORT", "0", "VIGIE_FHIR_PORT", "0", "VIGIE_CANARY_EVERY", "PT1S");
        gateway = opened(BedsideGateway.start(load(GatewayConfig.class, canaries)));
        station = opened(
                StationApp.start(load(StationConfig.class, Map.of("VIGIE_PORT", "0", "VIGIE_WATCH_UNREAD", "PT1H"))
                        .withAccess(directory.resolve("access"))));
    }

    /** Starts alert-streams; its caller closes it. */
    AlertStreams alerts() throws Exception {
        var settings = new AlertStreamsConfig(
                kafka,
                directory.resolve("alerts"),
                AlertStreamsConfig.defaults().watch());
        AlertStreams alerts = AlertStreams.start(settings);
        alerts.awaitRunning(START);
        return alerts;
    }

    /** Stops the registry. Closing it again changes nothing. */
    void stopRegistry() {
        registry.close();
    }

    /** Sends a heart rate of the patient in bed REA/03 and requires that it is accepted. */
    void measure(int heartRate) throws IOException {
        String now = STAMP.format(Instant.now());
        String message = "MSH|^~\\&|MON|ICU|||" + now + "||ORU^R01^ORU_R01|" + now + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\rOBR|1|||1^vitals|||" + now + "\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|" + heartRate
                + "|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||F\r";
        try (var monitor = new MllpClientConnection("127.0.0.1", gateway.mllpPort(), START)) {
            assertThat(monitor.ask(message)).contains("MSA|AA|");
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(station.address().resolve(path))
                .header("Authorization", "Bearer " + station.token("test").reveal())
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private <C extends Record> C load(Class<C> type, Map<String, String> own) {
        var environment = new HashMap<>(own);
        environment.put("VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl());
        environment.put("VIGIE_KAFKA_NAMESPACE", kafka.namespace());
        environment.put("VIGIE_KAFKA_PARTITIONS", "" + kafka.partitions());
        environment.put("VIGIE_KEYS", directory.resolve("keys").toString());
        environment.put("VIGIE_FHIR_TOKENS", directory.resolve("tokens").toString());
        return ConfigLoader.load(Optional.empty(), type, environment);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        parts.forEach(MonitoredWard::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(part.getClass().getSimpleName() + " did not close", e);
        }
    }
}

package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** Follows canaries from the gateway's socket through vitals-streams and alert-streams to the station. */
class CanaryStoryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(2);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'").withZone(ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private KafkaConnectionConfig kafka;
    private BedsideGateway gateway;
    private StationApp station;

    @BeforeEach
    void startTheWard() throws Exception {
        var broker = opened(EmbeddedBroker.start(directory.resolve("broker")));
        var registry = opened(EmbeddedRegistry.start(broker.bootstrapServers(), 0));
        kafka = new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), "canary", 2);
        new TopicProvisioner(new TopicsConfig(kafka, (short) 1, 0, Map.of())).run();
        var vitals = opened(VitalsStreams.start(
                new VitalsStreamsConfig(kafka, directory.resolve("vitals"), CleaningMemoryConfig.defaults())));
        vitals.awaitRunning(START);
        gateway = opened(BedsideGateway.start(gateway()));
        station = opened(
                StationApp.start(load(StationConfig.class, Map.of("VIGIE_PORT", "0", "VIGIE_WATCH_UNREAD", "PT1H"))
                        .withAccess(directory.resolve("access"))));
    }

    @AfterEach
    void stopTheWard() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    @Test
    @SuppressWarnings("try") // the app runs while the block does
    void aBedIsWatchedOnlyWhileItsCanaryIsAnsweredAndTheCanaryIsNoPatient() throws Exception {
        // given
        try (AlertStreams alerts = alerts()) {
            alerts.awaitRunning(START);
            measure();

            // then
            await().atMost(START).until(() -> status().equals("WATCHING") && bed().has("readUpTo"));
            assertThat(health().at("/beds")).hasSize(1);
            JsonNode ward = get("api/ward");
            assertThat(ward.at("/beds")).hasSize(1);
            assertThat(ward.toString()).doesNotContain("VIGIE-CANARY");
        }

        // when: nobody answers the canaries
        await().atMost(START).until(() -> {
            measure();
            return status().equals("PARTLY_WATCHED");
        });

        // then
        assertThat(bed().at("/reason").asText()).isEqualTo("CANARY_MISSED");

        // when
        try (AlertStreams again = alerts()) {
            // then
            await().atMost(START).until(() -> {
                measure();
                return status().equals("WATCHING");
            });
        }
    }

    private AlertStreams alerts() {
        var defaults = AlertStreamsConfig.defaults();
        return AlertStreams.start(new AlertStreamsConfig(kafka, directory.resolve("alerts"), defaults.watch()));
    }

    private void measure() throws IOException {
        String now = STAMP.format(Instant.now());
        String message = "MSH|^~\\&|MON|ICU|||" + now + "||ORU^R01^ORU_R01|" + now + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\rOBR|1|||1^vitals|||" + now + "\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|80|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||F\r";
        try (var monitor = new MllpClientConnection("127.0.0.1", gateway.mllpPort(), START)) {
            assertThat(monitor.ask(message)).contains("MSA|AA|");
        }
    }

    private String status() throws IOException, InterruptedException {
        return health().at("/status").asText();
    }

    private JsonNode bed() throws IOException, InterruptedException {
        return health().at("/beds/0");
    }

    private JsonNode health() throws IOException, InterruptedException {
        return get("api/health");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(station.address().resolve(path))
                .header("Authorization", "Bearer " + station.token("test").reveal())
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private GatewayConfig gateway() {
        return load(
                GatewayConfig.class,
                Map.of(
                        "VIGIE_MLLP_PORT", "0",
                        "VIGIE_FHIR_PORT", "0",
                        "VIGIE_CANARY_EVERY", "PT1S",
                        "VIGIE_KEYS", directory.resolve("keys").toString()));
    }

    private <C extends Record> C load(Class<C> type, Map<String, String> own) {
        var environment = new HashMap<>(own);
        environment.put("VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl());
        environment.put("VIGIE_KAFKA_NAMESPACE", kafka.namespace());
        environment.put("VIGIE_KAFKA_PARTITIONS", "" + kafka.partitions());
        return ConfigLoader.load(Optional.empty(), type, environment);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}

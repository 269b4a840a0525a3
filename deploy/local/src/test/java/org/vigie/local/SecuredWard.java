package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.analytics.AlertAnalytics;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.gateway.BedsideGateway;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.modelserver.ModelServer;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.notifications.AlertNotifications;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.mllp.MllpClientConnection;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.risk.RiskConfig;
import org.vigie.risk.RiskFlink;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.sink.DashboardSink;
import org.vigie.sink.SinkConfig;
import org.vigie.station.StationApp;
import org.vigie.station.StationConfig;
import org.vigie.store.EmbeddedStore;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Runs the apps of a ward, each under its own principal of a broker with an authorizer: at first gateway, vitals-streams, alert-streams,
 * alert-analytics and station, and on request the others.
 */
final class SecuredWard implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final SecuredBroker broker;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final EmbeddedRegistry registry;
    private final BedsideGateway gateway;
    private final StationApp station;
    private final Map<String, String> further = new HashMap<>();
    private ModelServer models;
    private int sent;

    SecuredWard(Path directory, SecuredBroker broker) throws Exception {
        this.directory = directory;
        this.broker = broker;
        registry = opened(EmbeddedRegistry.start(broker.administratorsAddress(), 0));
        VitalsStreams vitals = opened(VitalsStreams.start(load("vitals-streams", VitalsStreamsConfig.class)));
        AlertStreams alerts = opened(AlertStreams.start(load("alert-streams", AlertStreamsConfig.class)));
        AlertAnalytics analytics = opened(AlertAnalytics.start(load("alert-analytics", AnalyticsConfig.class)));
        vitals.awaitRunning(START);
        alerts.awaitRunning(START);
        analytics.awaitRunning(START);
        gateway = opened(BedsideGateway.start(load("bedside-gateway", GatewayConfig.class)));
        station =
                opened(StationApp.start(load("station", StationConfig.class).withAccess(directory.resolve("access"))));
    }

    /** Starts the other apps under their own principals: dashboard-sink on a store, alert-notifications, risk-flink and the model server. */
    void startFurtherApps() throws Exception {
        var store = opened(EmbeddedStore.start(
                directory.resolve("store"),
                UnusedPort.find().number(),
                UnusedPort.find().number()));
        further.put("VIGIE_STORE_URL", store.httpUrl());
        further.put("VIGIE_STORE_USER", store.admin().user());
        further.put("VIGIE_STORE_PASSWORD_FILE", store.admin().passwordFile().toString());
        further.put("VIGIE_WEBHOOK_ENABLED", "true");
        further.put("VIGIE_WEBHOOK_SECRET", "secret-of-this-test");
        further.put("VIGIE_FLINK_DIRECTORY", directory.resolve("flink").toString());
        further.put("VIGIE_FLINK_WEB_PORT", "0");
        further.put(
                "VIGIE_MODELS",
                Files.createDirectory(directory.resolve("models")).toString());
        opened(DashboardSink.start(load("dashboard-sink", SinkConfig.class)));
        opened(AlertNotifications.start(load("alert-notifications", NotificationsConfig.class)));
        opened(RiskFlink.start(load("risk-flink", RiskConfig.class))).awaitRunning(START);
        models = opened(ModelServer.start(load("model-server", ModelServerConfig.class)));
    }

    /** Starts the simulator with one bed, SIM/01. It logs in with {@code kafka.client}, whose password stands in a file of its own. */
    void startSimulator() throws IOException {
        Path password = Files.writeString(directory.resolve("kafka.password"), SecuredBroker.PASSWORD);
        Map<String, Object> client = new HashMap<>(broker.login("bedside-simulator"));
        client.computeIfPresent(
                "sasl.jaas.config",
                (name, text) -> text.toString().replace(SecuredBroker.PASSWORD, "${file:" + password + "}"));
        opened(BedsideSimulator.start(ConfigLoader.load(
                Optional.empty(),
                SimulatorConfig.class,
                Map.of(
                        "VIGIE_KAFKA_BOOTSTRAP_SERVERS", broker.appsAddress(),
                        "VIGIE_KAFKA_REGISTRY_URL", registry.url(),
                        "VIGIE_KAFKA_PARTITIONS", "1",
                        "VIGIE_KAFKA_CLIENT", new ObjectMapper().writeValueAsString(client),
                        "VIGIE_STATE_DIR",
                                directory.resolve("bedside-simulator").toString(),
                        "VIGIE_UNIT", "SIM",
                        "VIGIE_BEDS", "1",
                        "VIGIE_FREE_BEDS", "0",
                        "VIGIE_BACKFILL_HOURS", "0",
                        "VIGIE_SCRIPTS", "quiet"))));
    }

    /** Asks the model server with a token that nobody made. */
    int askModelServerWithAWrongToken() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(models.url() + "/v2/models/survival"))
                .header("Authorization", "Bearer wrong")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    /** Sends what is no record to the topic of cleaned observations, as a fault of its writer. */
    void sendUnreadable() throws Exception {
        KafkaConnectionConfig kafka = administrator();
        byte[] nonsense = "no Avro record".getBytes(StandardCharsets.UTF_8);
        try (var producer =
                new KafkaClients(kafka).producer(new ByteArraySerializer(), new ByteArraySerializer(), Map.of())) {
            producer.send(new ProducerRecord<>(
                            kafka.topics().observationsClean().name(), nonsense, nonsense))
                    .get();
        }
    }

    /** Returns a connection of the administrator, who reads every topic. */
    KafkaConnectionConfig administrator() {
        return new KafkaConnectionConfig(broker.administratorsAddress(), registry.url(), "ward", 1);
    }

    /** Returns the alarms that the station shows. */
    String shown() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(station.address().resolve("api/alerts"))
                .header("Authorization", "Bearer " + station.token("test").reveal())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Sends a heart rate of the patient in bed REA/03 and requires that it is accepted. */
    void measure(int heartRate) throws IOException {
        String now = STAMP.format(Instant.now());
        String message = "MSH|^~\\&|MON|ICU|||" + now + "||ORU^R01^ORU_R01|" + ++sent + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\rOBR|1|||1^vitals|||" + now + "\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|" + heartRate
                + "|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||F\r";
        try (var monitor = new MllpClientConnection("127.0.0.1", gateway.mllpPort(), START)) {
            assertThat(monitor.ask(message)).contains("MSA|AA|");
        }
    }

    private <C extends Record> C load(String app, Class<C> type) throws IOException {
        var environment = new HashMap<>(further);
        environment.put("VIGIE_AUDIT_PUBLISHED", "true");
        environment.put("VIGIE_AUDIT_KAFKA_BOOTSTRAP_SERVERS", broker.appsAddress());
        environment.put("VIGIE_AUDIT_KAFKA_CLIENT_PROPERTIES", properties(app).toString());
        environment.put("VIGIE_AUDIT_KAFKA_REGISTRY_URL", registry.url());
        environment.put("VIGIE_AUDIT_KAFKA_PARTITIONS", "1");
        environment.put("VIGIE_ACCESS_TOKENS", directory.resolve("tokens").toString());
        environment.put("VIGIE_HTTP_PORT", "0");
        environment.put("VIGIE_GRPC_PORT", "0");
        environment.put("VIGIE_KAFKA_BOOTSTRAP_SERVERS", broker.appsAddress());
        environment.put("VIGIE_KAFKA_CLIENT_PROPERTIES", properties(app).toString());
        environment.put("VIGIE_KAFKA_REGISTRY_URL", registry.url());
        environment.put("VIGIE_KAFKA_PARTITIONS", "1");
        environment.put("VIGIE_STATE_DIR", directory.resolve(app).toString());
        environment.put("VIGIE_KEYS", directory.resolve("keys").toString());
        environment.put("VIGIE_FHIR_TOKENS", directory.resolve("tokens").toString());
        environment.put("VIGIE_MLLP_PORT", "0");
        environment.put("VIGIE_FHIR_PORT", "0");
        environment.put("VIGIE_PORT", "0");
        return ConfigLoader.load(Optional.empty(), type, environment);
    }

    private Path properties(String app) throws IOException {
        String lines = broker.login(app).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return Files.writeString(directory.resolve(app + ".properties"), lines);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        parts.forEach(SecuredWard::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(part.getClass().getSimpleName() + " did not close", e);
        }
    }
}

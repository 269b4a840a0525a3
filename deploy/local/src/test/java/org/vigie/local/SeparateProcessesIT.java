package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.login.PrivateFile;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreQuery;
import org.vigie.testing.broker.UnusedPort;

/**
 * Runs the ward as seven processes: each app's {@code main} with its own configuration file, at a broker that a test started. Then kills
 * three of them in an order that a seed draws, with a record that nobody can read, and counts what became of each reading.
 */
class SeparateProcessesIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int BEDS = 4;
    private static final long SEED = 1;
    private static final String TOKEN = "token-of-this-test";
    /** Six apps start, and three of them again after a kill. The model server knows no broker here. */
    private static final long STARTS_WITH_KAFKA = 9;

    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path directory;

    private final Map<String, ChildApp> apps = new LinkedHashMap<>();
    private final Map<String, URI> monitored = new TreeMap<>();
    private final Map<String, String> tracing = new HashMap<>();

    @Test
    void sevenProcessesMakeAWardThatLosesNothingWhenThreeAreKilled() throws Exception {
        // given
        int modelPort = UnusedPort.find().number();
        int stationPort = UnusedPort.find().number();
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
                var store = EmbeddedStore.start(
                        directory.resolve("store"),
                        UnusedPort.find().number(),
                        UnusedPort.find().number());
                var collector = SpanCollector.start()) {
            traced(collector);
            var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), "hospital", 2);
            assertThat(new TopicProvisioner(new TopicsConfig(kafka, (short) 1, 0, Map.of()))
                            .run()
                            .created())
                    .isNotEmpty();
            String models = "http://127.0.0.1:" + modelPort;

            // when, then
            try {
                start(kafka, "model-server/server", "modelserver", models(modelPort));
                await().atMost(TIMEOUT).until(() -> isReady(URI.create(models + "/v2/health/ready")));
                start(kafka, "stream-apps/vitals-streams", "vitals", Map.of());
                start(kafka, "stream-apps/alert-streams", "alerts", Map.of());
                start(kafka, "stream-apps/risk-flink", "risk", risk(models));
                start(kafka, "stream-apps/dashboard-sink", "sink", sink(store));
                start(
                        kafka,
                        "stream-apps/station",
                        "station",
                        Map.of("VIGIE_PORT", "" + stationPort, "VIGIE_ACCESS_DIRECTORY", access().toString()));
                start(kafka, "stream-apps/bedside-simulator", "simulator", simulator());

                URI page = URI.create("http://127.0.0.1:" + stationPort + "/api/ward");
                await().atMost(TIMEOUT)
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> areWatched(lacks(page)));
                var scores = "SELECT count() FROM hospital_scores";
                var query = new StoreQuery(store.httpUrl(), store.reader());
                await().atMost(TIMEOUT).until(() -> query.number(scores) >= BEDS);
                await().atMost(TIMEOUT)
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .untilAsserted(this::requireMetrics);
                try (var conservation = new ConservationCheck(kafka, query, Instant.now())) {
                    killInSeededOrder(kafka);
                    assertThat(apps.get("bedside-simulator").stop()).isEqualTo(STOPPED_BY_SIGTERM);
                    assertThat(conservation.awaitConserved(TIMEOUT))
                            .as(conservation::describe)
                            .isTrue();
                }
                assertThat(LedgerVerification.ofTopic(kafka).breach()).isEmpty();
                await().atMost(TIMEOUT).until(() -> starts(kafka) == STARTS_WITH_KAFKA);
                assertThat(AuditReport.ofTopic(kafka).configurations()).isEmpty();
                monitored.remove("bedside-simulator");
                for (URI app : monitored.values()) {
                    await().atMost(TIMEOUT)
                            .ignoreExceptionsInstanceOf(IOException.class)
                            .untilAsserted(() -> assertThat(text(app.resolve("/health")))
                                    .contains("\"status\":\"UP\"")
                                    .doesNotContain("DOWN"));
                }
                assertThat(text(monitored.get("vitals-streams").resolve("/metrics")))
                        .contains(
                                "vigie_vitals_readings_total{reason=\"none\",verdict=\"kept\"}",
                                "vigie_kafka_records_lag_max");
                await().atMost(TIMEOUT)
                        .until(() -> collector.hasTraceOf(
                                "publish observations.raw", "publish observations.clean", "publish triage.current"));
                List<String> stays = stays(query);
                assertThat(stays).hasSizeGreaterThanOrEqualTo(BEDS);
                for (ChildApp app : apps.values()) {
                    assertThat(app.stop()).as(app.output()).isEqualTo(STOPPED_BY_SIGTERM);
                }
                ProcessLog.parse(outputs()).requireJsonWithout(stays);
            } catch (ConditionTimeoutException e) {
                throw new AssertionError(outputs(), e);
            } finally {
                apps.values().forEach(ChildApp::close);
            }
        }
    }

    /** Requires of each process the metrics that the documentation promises. */
    private void requireMetrics() throws Exception {
        MonitoredWork work = MonitoredWork.ofTheDocumentation();
        for (Map.Entry<String, URI> app : monitored.entrySet()) {
            assertThat(text(app.getValue().resolve("/metrics")))
                    .as(app.getKey())
                    .contains("jvm_memory_used_bytes")
                    .contains(work.metrics(app.getKey()));
        }
    }

    private static long starts(KafkaConnectionConfig kafka) {
        return AuditReport.ofTopic(kafka).byUse().entrySet().stream()
                .filter(use -> use.getKey().contains("START_APP"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private void killInSeededOrder(KafkaConnectionConfig kafka) throws Exception {
        List<String> names = new ArrayList<>(List.of("vitals-streams", "alert-streams", "dashboard-sink"));
        Collections.shuffle(names, new Random(SEED));
        for (String name : names) {
            sendUnreadable(kafka);
            apps.get(name).killAndStartAgain();
        }
        for (String name : names) {
            URI ready = monitored.get(name).resolve("/health/ready");
            await(name + ", seed " + SEED).atMost(TIMEOUT).until(() -> isReady(ready));
        }
    }

    private static void sendUnreadable(KafkaConnectionConfig kafka) throws Exception {
        byte[] nonsense = "no Avro record".getBytes(StandardCharsets.UTF_8);
        try (var producer =
                new KafkaClients(kafka).producer(new ByteArraySerializer(), new ByteArraySerializer(), Map.of())) {
            producer.send(new ProducerRecord<>(kafka.topics().observationsRaw().name(), nonsense, nonsense))
                    .get();
        }
    }

    /** Returns the folder in which the servers find the token of this test and make that of the ward. */
    private Path access() {
        Path folder = directory.resolve("access");
        new PrivateFile(folder.resolve("tokens").resolve("test")).write(TOKEN + " service *");
        return folder;
    }

    /** Sends one trace of ten to the collector. */
    private void traced(SpanCollector collector) throws IOException {
        Path properties = Files.writeString(
                directory.resolve("client.properties"),
                "interceptor.classes=org.vigie.platform.tracing.TraceInterceptor\n");
        tracing.put("VIGIE_KAFKA_CLIENT_PROPERTIES", properties.toString());
        tracing.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.url());
        tracing.put("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
        tracing.put("OTEL_TRACES_SAMPLER_ARG", "0.1");
    }

    private void start(KafkaConnectionConfig kafka, String module, String main, Map<String, String> own)
            throws IOException {
        Path folder = RepositoryPaths.root().resolve(module);
        String app = main.equals("modelserver")
                ? "model-server"
                : folder.getFileName().toString();
        Map<String, String> environment = new HashMap<>(own);
        int monitoringPort = UnusedPort.find().number();
        environment.put("VIGIE_MONITORING_PORT", "" + monitoringPort);
        environment.put("VIGIE_LOG", "json");
        monitored.put(app, URI.create("http://127.0.0.1:" + monitoringPort));
        if (!main.equals("modelserver")) {
            environment.putAll(tracing);
            environment.put("VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
            environment.put("VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl());
            environment.put("VIGIE_KAFKA_NAMESPACE", kafka.namespace());
            environment.put("VIGIE_KAFKA_PARTITIONS", "" + kafka.partitions());
        }
        Path home = Files.createDirectory(directory.resolve(app));
        Path file = folder.resolve("config").resolve(app + ".yaml");
        apps.put(app, ChildApp.start(home, "org.vigie." + main + ".Main", file, environment));
    }

    private Map<String, String> models(int httpPort) throws IOException {
        return Map.of(
                "VIGIE_MODELS",
                RepositoryPaths.root().resolve("model-server/models").toString(),
                "VIGIE_HTTP_PORT",
                "" + httpPort,
                "VIGIE_ACCESS_TOKENS",
                access().resolve("tokens").toString(),
                "VIGIE_GRPC_PORT",
                "" + UnusedPort.find().number());
    }

    private static Map<String, String> sink(EmbeddedStore store) {
        return Map.of(
                "VIGIE_STORE_URL",
                store.httpUrl(),
                "VIGIE_STORE_PASSWORD_FILE",
                store.admin().passwordFile().toString());
    }

    private Map<String, String> risk(String models) throws IOException {
        return Map.of(
                "VIGIE_SCORER_URL",
                models,
                "VIGIE_SCORER_TOKEN_FILE",
                access().resolve("tokens").resolve("ward").toString(),
                "VIGIE_FLINK_WEB_PORT",
                "" + UnusedPort.find().number());
    }

    private static Map<String, String> simulator() {
        return Map.of("VIGIE_BEDS", "" + BEDS, "VIGIE_ARTEFACTS", "false", "VIGIE_VARIABILITY", "NONE");
    }

    private static List<String> stays(StoreQuery query) {
        return query.execute("SELECT DISTINCT stay FROM hospital_scores").stream()
                .map(row -> row.get("stay").toString())
                .toList();
    }

    private static String text(URI address) throws IOException {
        try (var answer = address.toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isReady(URI health) throws IOException {
        try {
            return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** Each patient on some bed; one of them moves to a fifth, and leaves an empty one behind. */
    private static void areWatched(Map<String, List<String>> lacks) {
        assertThat(lacks.values()).as(lacks::toString).filteredOn(List::isEmpty).hasSize(BEDS);
    }

    /** What each bed still lacks of a heart rate, a triage level and a risk. */
    private static Map<String, List<String>> lacks(URI page) throws IOException {
        var asking = page.toURL().openConnection();
        asking.setRequestProperty("Authorization", "Bearer " + TOKEN);
        try (var answer = asking.getInputStream()) {
            Map<String, List<String>> lacks = new TreeMap<>();
            for (JsonNode bed : new ObjectMapper().readTree(answer).path("beds")) {
                List<String> missing = new ArrayList<>();
                if (!bed.path("values").findValuesAsText("variable").contains("hr")) {
                    missing.add("hr");
                }
                if (!bed.path("triage").has("level")) {
                    missing.add("triage");
                }
                if (!isScored(bed.path("risk"))) {
                    missing.add("risk, only " + bed.path("risk"));
                }
                lacks.put(bed.path("bed").asText(), missing);
            }
            return lacks;
        }
    }

    /** Returns true for a score that came, also while the station hides it, for example because an alarm is open. */
    private static boolean isScored(JsonNode risk) {
        return risk.has("windowEnd") && !risk.path("absent").asText().equals("UNAVAILABLE");
    }

    private String outputs() throws IOException {
        StringBuilder outputs = new StringBuilder();
        for (ChildApp app : apps.values()) {
            outputs.append(app.output()).append("\n----\n");
        }
        return outputs.toString();
    }
}

package org.vigie.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests the objects of the chart against their published types and against the configuration of the apps. */
class HelmChartTest {
    private static final String WRITE = "vigie.write.docs";

    private static final String TRACE_INTERCEPTOR = "org.vigie.platform.tracing.TraceInterceptor";

    private static final Map<ChartSize, HelmChart> CHARTS = new TreeMap<>();

    @BeforeAll
    static void render() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(HelmChart.FOLDER.resolve("files/topics.yaml"), new CatalogueFile().text());
        }
        Stream.of(ChartSize.values()).forEach(size -> CHARTS.put(size, HelmChart.of(size)));
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void everyObjectIsWhatItsTypeAccepts(ChartSize size) {
        assertThat(CHARTS.get(size).objects())
                .hasSizeGreaterThan(50)
                .flatMap(ManifestType::problems)
                .isEmpty();
    }

    @Test
    void aPropertyThatATypeDoesNotHaveIsFound() {
        // when, then
        CHARTS.get(ChartSize.BEDS_20).objects().stream()
                .filter(object -> object.has("spec"))
                .forEach(object -> {
                    JsonNode broken = object.deepCopy();
                    ((ObjectNode) broken.path("spec")).put("replikas", 3);
                    assertThat(ManifestType.problems(broken))
                            .as("%s", object.path("kind"))
                            .isNotEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void everyVariableExistsInTheConfigurationOfItsApp(ChartSize size) {
        CHARTS.get(size)
                .pods()
                .forEach((app, pod) -> assertThat(vigieVariables(pod).keySet())
                        .as(app)
                        .isSubsetOf(new ConfiguredApp(app).variables()));
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void everyAppAcceptsItsValues(ChartSize size, @TempDir Path secrets) throws IOException {
        // given
        Files.writeString(secrets.resolve("token"), "0123456789abcdef");

        // when, then
        CHARTS.get(size).pods().forEach((app, pod) -> {
            Map<String, String> environment = vigieVariables(pod);
            environment.replaceAll((name, value) -> value.replaceFirst("^/vigie/(fhir|model|station)/", secrets + "/"));
            assertThat(new ConfiguredApp(app).load(environment)).as(app).isNotNull();
        });
    }

    @Test
    void everyAppOfTheWardIsThere() {
        // given
        Set<String> apps = new TreeSet<>(ConfiguredApp.names());
        // when
        apps.removeAll(Set.of("topics", "bedside-simulator"));

        // then
        assertThat(CHARTS.get(ChartSize.BEDS_20).pods().keySet()).isEqualTo(apps);
    }

    @Test
    void theFileOfTopicsIsTheCatalogue() {
        assertThat(ManifestFiles.text(HelmChart.FOLDER.resolve("files/topics.yaml")))
                .as("write it again with -D%s=true", WRITE)
                .isEqualTo(new CatalogueFile().text());
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void everyTopicOfTheCatalogueIsCreated(ChartSize size) {
        assertThat(CHARTS.get(size)
                        .ofKind("KafkaTopic")
                        .map(topic -> topic.at("/spec/topicName").asText()))
                .containsExactlyInAnyOrderElementsOf(TopicCatalogue.in("ward", 1).all().stream()
                        .map(topic -> topic.name())
                        .toList());
    }

    @Test
    void anAppMayWriteExactlyWhatTheArchitectureSays() {
        // given
        String page = ManifestFiles.text(ManifestFiles.REPOSITORY.resolve("docs/ARCHITECTURE.md"));

        // then
        CHARTS.get(ChartSize.BEDS_20).ofKind("KafkaUser").forEach(user -> {
            String app = user.at("/metadata/name").asText().replaceFirst("^ward-", "");
            if (page.contains("| [" + app + "]")) {
                assertThat(written(user)).as(app).isEqualTo(writtenBy(app, page));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void noPodHasAPrivilege(ChartSize size) {
        // when, then
        CHARTS.get(size).pods().forEach((app, pod) -> {
            JsonNode container = pod.at("/spec/containers/0/securityContext");
            assertThat(pod.at("/spec/securityContext/runAsNonRoot").asBoolean())
                    .as(app)
                    .isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .as(app)
                    .isFalse();
            assertThat(container.at("/capabilities/drop/0").asText()).as(app).isEqualTo("ALL");
            assertThat(container.path("readOnlyRootFilesystem").asBoolean() || app.equals("risk-flink"))
                    .as(app)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void everyAppMayLoseOnePodAtATime(ChartSize size) {
        // when
        Set<String> budgets = names(size, "PodDisruptionBudget");

        // then
        assertThat(budgets).containsAll(names(size, "StatefulSet")).containsAll(names(size, "Deployment"));
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void podsOfOneAppPreferDifferentNodes(ChartSize size) {
        // when, then
        CHARTS.get(size).pods().forEach((app, pod) -> {
            JsonNode term = pod.at("/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/"
                    + "podAffinityTerm");
            assertThat(term.path("topologyKey").asText()).as(app).isEqualTo("kubernetes.io/hostname");
            assertThat(term.at("/labelSelector/matchLabels")).as(app).isEqualTo(pod.at("/metadata/labels"));
        });
    }

    @ParameterizedTest
    @EnumSource(ChartSize.class)
    void prometheusAsksEveryProcess(ChartSize size) {
        // given
        JsonNode asked = CHARTS.get(size)
                .ofKind("ServiceMonitor")
                .findFirst()
                .orElseThrow()
                .at("/spec/selector/matchLabels");
        Set<String> apps = new TreeSet<>(CHARTS.get(size).pods().keySet());
        apps.remove("risk-flink");

        // when
        Set<String> served = CHARTS.get(size)
                .ofKind("Service")
                .filter(service -> service.at("/spec/ports/0/name").asText().equals("monitoring"))
                .filter(service -> hasLabels(service, asked))
                .map(service -> service.at("/metadata/labels/app.kubernetes.io~1component")
                        .asText())
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(served).isEqualTo(apps);
        assertThat(CHARTS.get(size)
                        .ofKind("PodMonitor")
                        .findFirst()
                        .orElseThrow()
                        .at("/spec/selector/matchLabels"))
                .as("Flink's processes")
                .isEqualTo(CHARTS.get(size).pods().get("risk-flink").at("/metadata/labels"));
    }

    private static boolean hasLabels(JsonNode object, JsonNode labels) {
        return labels.properties().stream()
                .allMatch(label ->
                        object.at("/metadata/labels").path(label.getKey()).equals(label.getValue()));
    }

    @Test
    void theFirstPolicyDeniesEverything() {
        // when
        JsonNode policy = CHARTS.get(ChartSize.BEDS_20)
                .ofKind("NetworkPolicy")
                .findFirst()
                .orElseThrow();

        // then
        assertThat(policy.at("/metadata/name").asText()).isEqualTo("ward-default-deny");
        assertThat(policy.path("spec").has("ingress") || policy.path("spec").has("egress"))
                .isFalse();
        assertThat(policy.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    }

    /** Without its REST port no savepoint is asked for, and no upgrade comes to its end. */
    @Test
    void theOperatorOfFlinkReachesTheJobManager() {
        // when
        JsonNode policy = CHARTS.get(ChartSize.BEDS_20)
                .ofKind("NetworkPolicy")
                .filter(each -> each.at("/metadata/name").asText().equals("ward-flink-operator-in"))
                .findFirst()
                .orElseThrow();
        // then
        assertThat(policy.at("/spec/ingress/0/ports/0/port").asInt()).isEqualTo(8081);
        assertThat(policy.at("/spec/ingress/0/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                        .asText())
                .isEqualTo("flink-operator");
    }

    /** A pod that is not ready for want of a broker still answers AE and NOT WATCHED. */
    @Test
    void monitorsAndUsersReachAPodWithoutABroker() {
        assertThat(CHARTS.get(ChartSize.BEDS_20)
                        .ofKind("Service")
                        .filter(service ->
                                service.at("/spec/publishNotReadyAddresses").asBoolean())
                        .map(service -> service.at("/metadata/name").asText()))
                .containsExactlyInAnyOrder("ward-gateway", "ward-page");
    }

    @Test
    void oneAppIsUpgradedBeforeTheOthers(@TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(folder.resolve("values.yaml"), "apps: {station: {tag: 0.2.0}}\n");
        // when
        HelmChart chart = HelmChart.of(Optional.of(values));
        // then
        assertThat(image(chart, "station")).endsWith(":0.2.0");
        assertThat(image(chart, "alert-streams")).isEqualTo(image(CHARTS.get(ChartSize.BEDS_20), "alert-streams"));
    }

    private static String image(HelmChart chart, String app) {
        return chart.pods().get(app).at("/spec/containers/0/image").asText();
    }

    @Test
    void onlyTheNamespaceOfTheProxyReachesThePageAndItsHeadersNameTheUser(@TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(
                folder.resolve("values.yaml"), "station: {ingressFrom: {kubernetes.io/metadata.name: proxy}}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        assertThat(chart.objects()).flatMap(ManifestType::problems).isEmpty();
        assertThat(pageIn(chart))
                .singleElement()
                .satisfies(policy -> assertThat(policy.at(
                                        "/spec/ingress/0/from/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                                .asText())
                        .isEqualTo("proxy"));
        assertThat(vigieVariables(chart.pods().get("station")))
                .containsKeys("VIGIE_USERS_NAME_HEADER", "VIGIE_USERS_ROLE_HEADER")
                .doesNotContainKey("VIGIE_ACCESS_PUBLISHED_ON_LOOPBACK");
        assertThat(pageIn(CHARTS.get(ChartSize.BEDS_20))).isEmpty();
    }

    @Test
    void valuesOfAnEarlierChartProbeTheAppsInPlainHttp(@TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(folder.resolve("values.yaml"), "tls: {monitoring: null, store: null}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        assertThat(chart.pods().values())
                .isNotEmpty()
                .allSatisfy(pod -> assertThat(pod.findValuesAsText("scheme")).doesNotContain("HTTPS"));
    }

    @Test
    void withSecretsOfCertManagerEachServerSpeaksTlsAndItsClientsTrustItsAuthority(@TempDir Path folder)
            throws IOException {
        // given
        Path values = Files.writeString(
                folder.resolve("values.yaml"),
                "tls: {gateway: ward-fhir-tls, station: ward-page-tls, model: ward-model-tls}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        assertThat(chart.objects()).flatMap(ManifestType::problems).isEmpty();
        Map<String, String> keys =
                Map.of("bedside-gateway", "VIGIE_FHIR_TLS_", "station", "VIGIE_TLS_", "model-server", "VIGIE_TLS_");
        keys.forEach((app, key) -> assertThat(vigieVariables(chart.pods().get(app)))
                .as(app)
                .containsEntry(key + "CERTIFICATE", "/vigie/tls/tls.crt")
                .containsEntry(key + "PRIVATE_KEY", "/vigie/tls/tls.key")
                .doesNotContainKey(key + "AT_PROXY"));
        assertThat(vigieVariables(chart.pods().get("risk-flink")))
                .containsEntry("VIGIE_SCORER_URL", "grpcs://ward-model:18001")
                .containsEntry("VIGIE_SCORER_TLS_AUTHORITIES", "/vigie/tls/ca.crt");
        assertThat(vigieVariables(chart.pods().get("alert-notifications")))
                .containsEntry("VIGIE_WATCH_STATIONS", "[\"https://ward-page\"]")
                .containsEntry("VIGIE_TLS_AUTHORITIES", "/vigie/tls/ca.crt");
        assertThat(mountedSecret(chart, "model-server")).isEqualTo("ward-model-tls");
        assertThat(mountedSecret(chart, "risk-flink")).isEqualTo("ward-model-tls");
        assertThat(mountedSecret(chart, "alert-notifications")).isEqualTo("ward-page-tls");
        assertThat(CHARTS.get(ChartSize.BEDS_20).pods().keySet())
                .allSatisfy(app -> assertThat(mountedSecret(CHARTS.get(ChartSize.BEDS_20), app))
                        .isEmpty());
    }

    @Test
    void withASecretEveryMonitoringPortSpeaksHttpsToProbesAndPrometheus(@TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(
                folder.resolve("values.yaml"),
                "tls: {monitoring: ward-monitoring-tls, store: store-ca}\nstore: {url: \"https://store:9000\"}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        assertThat(chart.objects()).flatMap(ManifestType::problems).isEmpty();
        assertThat(chart.pods().entrySet())
                .filteredOn(pod -> !pod.getKey().equals("risk-flink"))
                .allSatisfy(pod -> {
                    assertThat(vigieVariables(pod.getValue()))
                            .containsEntry("VIGIE_MONITORING_TLS_CERTIFICATE", "/vigie/monitoring/tls.crt")
                            .doesNotContainKey("VIGIE_MONITORING_TLS_AT_PROXY");
                    assertThat(pod.getValue()
                                    .at("/spec/containers/0/livenessProbe/httpGet/scheme")
                                    .asText())
                            .isEqualTo("HTTPS");
                });
        JsonNode endpoint =
                chart.ofKind("ServiceMonitor").findFirst().orElseThrow().at("/spec/endpoints/0");
        assertThat(endpoint.path("scheme").asText()).isEqualTo("https");
        assertThat(endpoint.at("/tlsConfig/serverName").asText()).isEqualTo("ward-monitoring");
        assertThat(vigieVariables(chart.pods().get("dashboard-sink")))
                .containsEntry("VIGIE_STORE_TLS_AUTHORITIES", "/vigie/store-tls/ca.crt")
                .doesNotContainKey("VIGIE_STORE_TLS_PLAIN_HOSTS");
    }

    @ParameterizedTest
    @CsvSource({
        "http://questdb.store.svc:9000, [], true",
        "http://questdb.store.svc.cluster.local:9000, [], true",
        "http://questdb:9000, [], true",
        "http://questdb.icu:9000, [], true",
        "http://questdb.store:9000, [], false",
        "http://questdb.ward:9000, [], false",
        "http://questdb.store:9000, [questdb.store], true",
        "http://questdb.store.svc.k8s.hospital:9000, [], true",
        "http://questdb-0.questdb.store.svc.k8s.hospital:9000, [], true",
        "http://questdb.store.svc.cluster.local.:9000, [], true",
        "http://questdb.lan:9000, [], false",
        "http://hopital.fr:9000, [], false",
        "http://example.com:9000, [], false",
        "http://store.icu.example:9000, [], false",
        "http://questdb.store.:9000, [], false",
        "http://store.svc.example.org:9000, [], false",
        "http://192.0.2.7:9000, [192.0.2.8], false",
        "http://[2001:db8::7]:9000, [], false",
        "http://store.icu.example:9000, [store.icu.example], true",
        "https://store.icu.example:9000, [], true"
    })
    void aStoreOutsideTheClusterIsReachedInClearOnlyWhenTheValuesNameIt(
            String url, String plainHosts, boolean accepted, @TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(
                folder.resolve("values.yaml"), "store: {url: \"%s\", plainHosts: %s}\n".formatted(url, plainHosts));

        // when
        Map<String, String> variables =
                vigieVariables(HelmChart.of(Optional.of(values)).pods().get("dashboard-sink"));

        // then
        ThrowingCallable start = () -> new ConfiguredApp("dashboard-sink").load(variables);
        if (accepted) {
            assertThatCode(start).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(start).hasMessageContaining("is beyond loopback, where http would show the password");
        }
    }

    @Test
    void clientsTrustTheSecretOfAuthoritiesWhereItIsNamedAndServersKeepTheirOwn(@TempDir Path folder)
            throws IOException {
        // given
        Path values = Files.writeString(
                folder.resolve("values.yaml"),
                "tls: {station: ward-page-tls, model: ward-model-tls, authorities: ward-authorities}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        assertThat(chart.objects()).flatMap(ManifestType::problems).isEmpty();
        assertThat(mountedSecret(chart, "alert-notifications")).isEqualTo("ward-authorities");
        assertThat(mountedSecret(chart, "risk-flink")).isEqualTo("ward-authorities");
        assertThat(mountedSecret(chart, "station")).isEqualTo("ward-page-tls");
        assertThat(mountedSecret(chart, "model-server")).isEqualTo("ward-model-tls");
    }

    /** {@code erase} runs beside the keys of the gateway, and asks the page whose token it got. */
    @Test
    void thePageAnswersNotificationsAndWhoErasesAPatient(@TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(folder.resolve("values.yaml"), "tls: {station: ward-page-tls}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        JsonNode policy = chart.ofKind("NetworkPolicy")
                .filter(each -> each.at("/metadata/name").asText().equals("ward-station-watch"))
                .findFirst()
                .orElseThrow();
        assertThat(policy.at("/spec/ingress/0/from").findValuesAsText("app.kubernetes.io/component"))
                .containsExactly("alert-notifications", "bedside-gateway");
        assertThat(chart.objects()).flatMap(ManifestType::problems).isEmpty();
        assertThat(mountedSecret(chart, "bedside-gateway", "page-authority")).isEqualTo("ward-page-tls");
        assertThat(mountedSecret(CHARTS.get(ChartSize.BEDS_20), "bedside-gateway", "page-authority"))
                .isEmpty();
    }

    @Test
    void theNotesLeadToThePortAndTheSchemeOfThePage(@TempDir Path folder) throws IOException {
        // given
        Path plain = Files.writeString(folder.resolve("plain.yaml"), "tls: {station: \"\"}\n");
        Path tls = Files.writeString(folder.resolve("tls.yaml"), "tls: {station: ward-page-tls}\n");

        // then
        assertThat(HelmChart.notes(plain))
                .contains("svc/ward-page 18080:80\n", "then http://localhost:18080/login?code=CODE")
                .doesNotContain("https://");
        assertThat(HelmChart.notes(tls))
                .contains("svc/ward-page 18080:443\n", "then https://localhost:18080/login?code=CODE")
                .doesNotContain("http://");
        assertThat(pagePort(HelmChart.of(Optional.of(plain)))).isEqualTo(80);
        assertThat(pagePort(HelmChart.of(Optional.of(tls)))).isEqualTo(443);
    }

    private static int pagePort(HelmChart chart) {
        return chart.ofKind("Service")
                .filter(service -> service.at("/metadata/name").asText().equals("ward-page"))
                .mapToInt(service -> service.at("/spec/ports/0/port").asInt())
                .sum();
    }

    /** Returns the secret with the certificates of an app; empty when it has none. */
    private static String mountedSecret(HelmChart chart, String app) {
        return mountedSecret(chart, app, "tls");
    }

    private static String mountedSecret(HelmChart chart, String app, String name) {
        return StreamSupport.stream(chart.pods().get(app).at("/spec/volumes").spliterator(), false)
                .filter(volume -> volume.path("name").asText().equals(name))
                .map(volume -> volume.at("/secret/secretName").asText())
                .collect(Collectors.joining());
    }

    @Test
    void withACollectorEachAppSendsItsSpansThere(@TempDir Path folder) throws IOException {
        // given
        Path values = Files.writeString(
                folder.resolve("values.yaml"), "tracing: {endpoint: \"http://collector.tracing.svc:4318\"}\n");

        // when
        HelmChart chart = HelmChart.of(Optional.of(values));

        // then
        assertThat(chart.objects()).flatMap(ManifestType::problems).isEmpty();
        assertThat(HelmChart.environment(chart.pods().get("alert-streams")))
                .containsEntry("OTEL_SERVICE_NAME", "alert-streams")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.tracing.svc:4318");
        assertThat(clientProperties(chart)).contains("interceptor.classes=" + TRACE_INTERCEPTOR);
        assertThat(clientProperties(CHARTS.get(ChartSize.BEDS_20))).doesNotContain("interceptor");
    }

    private static String clientProperties(HelmChart chart) {
        return chart.ofKind("ConfigMap")
                .map(map -> map.at("/data/client.properties").asText())
                .collect(Collectors.joining());
    }

    private static List<JsonNode> pageIn(HelmChart chart) {
        return chart.ofKind("NetworkPolicy")
                .filter(policy -> policy.at("/metadata/name").asText().equals("ward-page-in"))
                .toList();
    }

    @Test
    void theAlertRulesAreThoseOfPrometheus() {
        // when
        JsonNode rules = CHARTS.get(ChartSize.BEDS_20)
                .ofKind("PrometheusRule")
                .findFirst()
                .orElseThrow();

        // then
        assertThat(rules.path("spec"))
                .isEqualTo(ManifestFiles.yaml(ManifestFiles.DEPLOY.resolve("prometheus/vigie-rules.yaml")));
    }

    @Test
    void aLargerWardScalesOnItsLagUpToItsPartitions() {
        assertThat(CHARTS.get(ChartSize.BEDS_5000)
                        .ofKind("HorizontalPodAutoscaler")
                        .toList())
                .hasSize(2)
                .allSatisfy(scaler ->
                        assertThat(scaler.at("/spec/maxReplicas").asInt()).isEqualTo(120));
    }

    private static Set<String> names(ChartSize size, String kind) {
        return CHARTS.get(size)
                .ofKind(kind)
                .map(object -> object.at("/metadata/name").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> vigieVariables(JsonNode pod) {
        Map<String, String> variables = HelmChart.environment(pod);
        variables.keySet().removeIf(name -> !name.startsWith("VIGIE_"));
        return variables;
    }

    private static Set<String> written(JsonNode user) {
        Set<String> written = new TreeSet<>();
        user.at("/spec/authorization/acls").forEach(acl -> {
            if (acl.path("operations").toString().contains("\"Write\"")) {
                written.add(acl.at("/resource/name").asText().replaceFirst("^vigie[.]ward[.]", ""));
            }
        });
        return written;
    }

    private static Set<String> writtenBy(String app, String page) {
        String row = page.lines()
                .filter(line -> line.startsWith("| [" + app + "]"))
                .findFirst()
                .orElseThrow();
        String writes = List.of(row.split("\\|")).get(4);
        return Stream.of(writes.split("[,; ]+"))
                .filter(word -> word.matches("[a-z]+[.][a-z]+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

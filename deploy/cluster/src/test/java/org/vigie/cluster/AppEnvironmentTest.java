package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with which variables each app of a cluster is configured. */
class AppEnvironmentTest {
    private static final List<NodeKind> APPS = List.of(
            NodeKind.VITALS_STREAMS,
            NodeKind.ALERT_STREAMS,
            NodeKind.ALERT_ANALYTICS,
            NodeKind.DASHBOARD_SINK,
            NodeKind.STATION,
            NodeKind.BEDSIDE_GATEWAY,
            NodeKind.BEDSIDE_SIMULATOR);

    @TempDir
    Path directory;

    private ClusterConfig config;
    private AppEnvironment settings;

    @BeforeEach
    void configure() {
        config = TestClusters.in(directory);
        settings = new AppEnvironment(config);
    }

    @Test
    void everyAppKnowsAllBrokersAndShowsTheRegistryItsToken() {
        assertThat(APPS)
                .allSatisfy(kind -> assertThat(of(kind))
                        .containsEntry(
                                "VIGIE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:16010,127.0.0.1:16020,127.0.0.1:16030")
                        .containsEntry("VIGIE_KAFKA_PARTITIONS", "4")
                        .containsEntry(
                                "VIGIE_KAFKA_REGISTRY_TOKEN_FILE",
                                config.wardToken().toString()));
    }

    @Test
    void aModelServerReadsNoTopicAndPublishesItsRefusals() {
        // when
        Map<String, String> server = of(NodeKind.MODEL_SERVER);

        // then
        assertThat(server)
                .doesNotContainKey("VIGIE_KAFKA_BOOTSTRAP_SERVERS")
                .containsEntry("VIGIE_AUDIT_PUBLISHED", "true")
                .containsEntry("VIGIE_AUDIT_KAFKA_NAMESPACE", "ward")
                .containsEntry(
                        "VIGIE_ACCESS_TOKENS", config.wardToken().getParent().toString());
    }

    @Test
    void theTwoModelServersListenOnPortsOfTheirOwn() {
        // when
        Map<String, String> first = settings.of(new ClusterNode(NodeKind.MODEL_SERVER, 1));
        Map<String, String> second = settings.of(new ClusterNode(NodeKind.MODEL_SERVER, 2));

        // then
        assertThat(List.of(
                        first.get("VIGIE_HTTP_PORT"),
                        first.get("VIGIE_GRPC_PORT"),
                        second.get("VIGIE_HTTP_PORT"),
                        second.get("VIGIE_GRPC_PORT")))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachProcessOfAStreamsAppKeepsACopyOfTheOthersState() {
        assertThat(List.of(NodeKind.VITALS_STREAMS, NodeKind.ALERT_STREAMS))
                .flatExtracting(NodeKind::nodes)
                .allSatisfy(node -> assertThat(settings.of(node))
                        .containsEntry("VIGIE_STANDBYS", "1")
                        .containsEntry("VIGIE_INSTANCE", "'" + node.number() + "'")
                        .containsEntry(
                                "VIGIE_STATE_DIR",
                                config.folder().state(node.name()).toString()));
    }

    @Test
    void theStationExpectsTheBedsOfTheSimulator() {
        assertThat(of(NodeKind.STATION))
                .containsEntry("VIGIE_BEDS", "[REA/01, REA/02, REA/03, REA/04, REA/05, REA/06]");
        assertThat(of(NodeKind.BEDSIDE_SIMULATOR))
                .containsEntry("VIGIE_BEDS", "6")
                .containsEntry("VIGIE_SEED", "7")
                .containsEntry("VIGIE_BACKFILL_HOURS", "48")
                .containsEntry("VIGIE_VARIABILITY", "FITTED");
    }

    @Test
    void theSinkReadsThePasswordOfTheStoreFromItsFile() {
        // when
        Map<String, String> sink = of(NodeKind.DASHBOARD_SINK);

        // then
        assertThat(sink).containsEntry("VIGIE_STORE_URL", config.storeUrl());
        assertThat(Path.of(sink.get("VIGIE_STORE_PASSWORD_FILE"))).startsWithRaw(config.storeFolder());
    }

    @Test
    void theJobShowsItsTokenToTheRegistryAndToTheModelServers() {
        assertThat(settings.ofFlinkJob())
                .containsOnlyKeys("VIGIE_KAFKA_REGISTRY_TOKEN_FILE", "VIGIE_SCORER_TOKEN_FILE")
                .containsValue(config.wardToken().toString());
    }

    @Test
    void aBrokerIsNoApp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.of(new ClusterNode(NodeKind.BROKER, 2)))
                .withMessage("broker-2 is no app");
    }

    private Map<String, String> of(NodeKind kind) {
        return settings.of(ClusterNode.first(kind));
    }
}

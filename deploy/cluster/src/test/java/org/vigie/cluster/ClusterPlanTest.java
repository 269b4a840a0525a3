package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.process.ProcessPlan;

/** Tests which processes a cluster has and how each one is configured. */
class ClusterPlanTest {
    @TempDir
    Path directory;

    private ClusterConfig config;
    private ClusterPlan plan;

    @BeforeEach
    void plan() {
        config = TestClusters.in(directory);
        plan = new ClusterPlan(config);
    }

    @Test
    void aProcessHasTheNameOfItsNode() {
        assertThat(NodeKind.all())
                .allSatisfy(node -> assertThat(plan.of(node).name()).isEqualTo(node.name()));
    }

    @Test
    void noTwoProcessesShareAPort() {
        // given
        List<Integer> ports = new ArrayList<>(List.of(config.ports().statusPage()));

        // when
        for (ClusterNode node : NodeKind.all()) {
            ports.addAll(List.of(
                    config.ports().service(node),
                    config.ports().second(node),
                    config.ports().monitoring(node)));
        }

        // then
        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 16_000 && port < 17_000);
    }

    @Test
    void theRemotePartsOfFlinkHaveAMinuteForTheirStart() {
        // when
        List<ProcessPlan> plans = List.of(
                plan.of(ClusterNode.first(NodeKind.FLINK_JOBMANAGER)),
                plan.of(ClusterNode.first(NodeKind.FLINK_TASKMANAGER)));

        // then
        assertThat(plans)
                .allSatisfy(
                        each -> assertThat(each.javaOptions()).contains("-Dpekko.remote.classic.startup-timeout=60s"));
    }

    @Test
    void everyProcessAnswersOnLoopbackAndHasASmallHeap() {
        // when
        List<ProcessPlan> plans = NodeKind.all().stream().map(plan::of).toList();

        // then
        assertThat(plans)
                .allSatisfy(each -> assertThat(each.health().getHost()).isEqualTo("127.0.0.1"))
                .allSatisfy(each -> assertThat(each.javaOptions()).anyMatch(option -> option.matches("-Xmx\\d{2,3}m")));
    }

    @Test
    void everyProcessServesItsMetricsOnAPortOfItsOwn() {
        assertThat(NodeKind.all())
                .allSatisfy(node -> assertThat(plan.of(node).metrics())
                        .as(node.name())
                        .contains(
                                URI.create("http://127.0.0.1:" + config.ports().monitoring(node) + "/metrics")));
    }

    @Test
    void everyProcessOfVigieReadsItsMonitoringPortFromItsEnvironment() {
        // when
        List<ClusterNode> own = NodeKind.all().stream()
                .filter(node -> !node.name().startsWith("flink-"))
                .toList();

        // then
        assertThat(own)
                .allSatisfy(node -> assertThat(plan.of(node).environment())
                        .containsEntry(
                                "VIGIE_MONITORING_PORT",
                                Integer.toString(config.ports().monitoring(node))));
    }

    @Test
    void theTwoProcessesOfAStreamsAppHaveNamesAndFoldersOfTheirOwn() {
        // when
        ProcessPlan first = plan.of(new ClusterNode(NodeKind.VITALS_STREAMS, 1));
        ProcessPlan second = plan.of(new ClusterNode(NodeKind.VITALS_STREAMS, 2));

        // then
        assertThat(first.environment()).containsEntry("VIGIE_INSTANCE", "'1'");
        assertThat(second.environment())
                .containsEntry("VIGIE_INSTANCE", "'2'")
                .containsEntry("VIGIE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:16010,127.0.0.1:16020,127.0.0.1:16030");
        assertThat(first.environment().get("VIGIE_STATE_DIR"))
                .isNotEqualTo(second.environment().get("VIGIE_STATE_DIR"));
    }

    @Test
    void theJobAsksBothModelServersAndTheGatewaySendsCanaries() throws Exception {
        // when
        Path file = plan.job().configuration();
        ProcessPlan gateway = plan.of(ClusterNode.first(NodeKind.BEDSIDE_GATEWAY));

        // then
        assertThat(file).content().contains("grpc://127.0.0.1:16091,grpc://127.0.0.1:16101");
        assertThat(gateway.environment()).containsEntry("VIGIE_CANARY_EVERY", "PT1S");
    }

    @Test
    void everyBrokerKnowsAllControllers() {
        // when
        ProcessPlan broker = plan.of(new ClusterNode(NodeKind.BROKER, 2));

        // then
        assertThat(broker.arguments().subList(1, 5))
                .containsExactly(
                        "2",
                        config.folder().state("broker-2").toString(),
                        "16020",
                        "1@127.0.0.1:16011,2@127.0.0.1:16021,3@127.0.0.1:16031");
    }

    @Test
    void anOffsetMovesAllPortsAndHasItsBounds() {
        // given
        var moved = new ClusterPorts(100);

        // when, then
        assertThat(moved.statusPage()).isEqualTo(16_100);
        assertThatThrownBy(() -> new ClusterPorts(-1)).hasMessage("--port-offset: must lie in 0..16000, was -1");
    }
}

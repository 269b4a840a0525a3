package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.process.ProcessPlan;

/** Tests how a process of Vigie's own is started and asked for its health. */
class NodePlansTest {
    @TempDir
    Path directory;

    private ClusterConfig config;
    private NodePlans plans;

    @BeforeEach
    void plans() {
        config = TestClusters.in(directory);
        plans = new NodePlans(config, "/vigie/lib/*");
    }

    @Test
    void anAppIsAskedWhetherItIsReady() {
        // given
        String address = "http://127.0.0.1:" + config.ports().monitoring(ClusterNode.first(NodeKind.STATION));

        // when
        ProcessPlan station = plans.app(ClusterNode.first(NodeKind.STATION), "org.vigie.station.Main", Map.of());

        // then
        assertThat(station.health()).isEqualTo(URI.create(address + "/health/ready"));
        assertThat(station.metrics()).contains(URI.create(address + "/metrics"));
        assertThat(station.classPath()).isEqualTo("/vigie/lib/*");
    }

    @Test
    void aPartOfTheInfrastructureWorksWhenItsPortAnswers() {
        // when
        ProcessPlan broker = plans.infrastructure(
                new ClusterNode(NodeKind.BROKER, 3), "org.vigie.cluster.node.BrokerMain", List.of("3"));

        // then
        assertThat(broker.health()).isEqualTo(URI.create("tcp://127.0.0.1:16030"));
        assertThat(broker.arguments()).containsExactly("3");
    }

    @Test
    void theHeapOfAProcessIsThatOfItsKind() {
        assertThat(NodeKind.all())
                .allSatisfy(node -> assertThat(plans.app(node, "Main", Map.of()).javaOptions())
                        .contains(
                                "-Xmx" + node.kind().heapMib() + "m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.awt.headless=true"));
    }

    @Test
    void theVariablesOfAProcessStandBesideThoseOfNativeCode() {
        // when
        ProcessPlan app = plans.app(ClusterNode.first(NodeKind.MODEL_SERVER), "Main", Map.of("VIGIE_WORKERS", "1"));

        // then
        assertThat(app.environment())
                .containsEntry("VIGIE_WORKERS", "1")
                .containsEntry("MALLOC_ARENA_MAX", "2")
                .containsEntry("VIGIE_MONITORING_PORT", "16092");
    }
}

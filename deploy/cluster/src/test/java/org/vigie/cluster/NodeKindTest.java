package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeKindTest {
    @Test
    void processesStartInTheOrderOfTheDataFlow() {
        assertThat(NodeKind.all())
                .extracting(ClusterNode::name)
                .containsExactly(
                        "broker-1",
                        "broker-2",
                        "broker-3",
                        "registry",
                        "store",
                        "flink-jobmanager",
                        "flink-taskmanager-1",
                        "flink-taskmanager-2",
                        "model-server-1",
                        "model-server-2",
                        "vitals-streams-1",
                        "vitals-streams-2",
                        "alert-streams-1",
                        "alert-streams-2",
                        "alert-analytics",
                        "dashboard-sink",
                        "station",
                        "bedside-gateway",
                        "bedside-simulator");
    }

    @Test
    void aKindIsFoundByTheNameThatIsTyped() {
        assertThat(NodeKind.of("model-server")).contains(NodeKind.MODEL_SERVER);
        assertThat(NodeKind.of("MODEL_SERVER")).isEmpty();
    }

    @Test
    void thePlaceOfAProcessIsThatOfItsStart() {
        assertThat(ClusterNode.first(NodeKind.BROKER).place()).isEqualTo(1);
        assertThat(new ClusterNode(NodeKind.MODEL_SERVER, 2).place()).isEqualTo(10);
    }
}

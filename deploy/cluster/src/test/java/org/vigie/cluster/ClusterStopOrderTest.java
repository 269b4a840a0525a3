package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests in which order the processes of a cluster stop. */
class ClusterStopOrderTest {
    @Test
    void everyKindOfProcessStopsOnce() {
        assertThat(ClusterStopOrder.TOGETHER)
                .flatExtracting(kinds -> kinds)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(NodeKind.values());
    }

    @Test
    void theSendersStopFirstAndTheBrokersLast() {
        assertThat(ClusterStopOrder.TOGETHER.get(0))
                .containsExactlyInAnyOrder(NodeKind.BEDSIDE_SIMULATOR, NodeKind.BEDSIDE_GATEWAY);
        assertThat(ClusterStopOrder.TOGETHER.get(ClusterStopOrder.TOGETHER.size() - 1))
                .isEqualTo(Set.of(NodeKind.BROKER));
    }

    @Test
    void noAppStopsAfterTheRegistryAndTheStore() {
        // when
        int registry = place(NodeKind.REGISTRY);

        // then
        assertThat(place(NodeKind.STORE)).isEqualTo(registry);
        assertThat(ClusterStopOrder.TOGETHER.subList(0, registry))
                .flatExtracting(kinds -> kinds)
                .contains(NodeKind.DASHBOARD_SINK, NodeKind.VITALS_STREAMS, NodeKind.ALERT_STREAMS, NodeKind.STATION);
    }

    private static int place(NodeKind kind) {
        int place = 0;
        while (!ClusterStopOrder.TOGETHER.get(place).contains(kind)) {
            place++;
        }
        return place;
    }
}

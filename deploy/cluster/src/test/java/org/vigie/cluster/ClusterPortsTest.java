package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterPortsTest {
    @Test
    void noTwoProcessesShareAPort() {
        // given
        var ports = new ClusterPorts(0);

        // when
        List<Integer> all = Stream.concat(
                        Stream.of(ports.statusPage()),
                        NodeKind.all().stream()
                                .flatMap(node ->
                                        Stream.of(ports.service(node), ports.second(node), ports.monitoring(node))))
                .toList();

        // then
        assertThat(all).doesNotHaveDuplicates().hasSize(1 + 3 * NodeKind.all().size());
    }

    @Test
    void anOffsetMovesEveryPort() {
        // given
        ClusterNode station = ClusterNode.first(NodeKind.STATION);

        // when, then
        assertThat(new ClusterPorts(1_000).service(station)).isEqualTo(new ClusterPorts(0).service(station) + 1_000);
        assertThat(new ClusterPorts(1_000).statusPage()).isEqualTo(17_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16_001})
    void anOffsetWithoutPortsIsRefused(int offset) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterPorts(offset))
                .withMessage("--port-offset: must lie in 0..16000, was " + offset);
    }
}

package org.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.vigie.embedded.BrokerException.BrokerErrorCode;

class EmbeddedBrokerConfigTest {
    private final KafkaConfig config = new EmbeddedBrokerConfig(
                    Path.of("/data/broker"), new LoopbackPort(19092), new LoopbackPort(19093))
            .toKafkaConfig(Map.of());

    @Test
    void theBrokerListensOnLoopbackOnly() {
        assertThat(config.originals().get("listeners"))
                .isEqualTo("PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
        assertThat(config.originals().get("advertised.listeners")).isEqualTo("PLAINTEXT://127.0.0.1:19092");
    }

    @Test
    void oneNodeIsBrokerAndController() {
        assertThat(config.originals().get("process.roles")).isEqualTo("broker,controller");
        assertThat(config.originals().get("controller.quorum.voters")).isEqualTo("1@127.0.0.1:19093");
        assertThat(config.originals().get("log.dirs")).isEqualTo("/data/broker");
    }

    @Test
    void noTopicIsCreatedByAccident() {
        assertThat(config.originals().get("auto.create.topics.enable")).isEqualTo("false");
    }

    @Test
    void aFreePortIsFound() {
        assertThat(LoopbackPort.free(0).number()).isBetween(1, 65_535);
    }

    @Test
    void aTakenPortIsRefusedWithWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackPort.free(taken.getLocalPort()))
                    .isInstanceOfSatisfying(
                            BrokerException.class, e -> assertThat(e.code()).isEqualTo(BrokerErrorCode.PORT_TAKEN))
                    .hasMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken: stop the program");
        }
    }
}

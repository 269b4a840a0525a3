package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Tests how long a command waits for a broker. */
class KafkaClientsTest {
    private final KafkaClients clients =
            new KafkaClients(new KafkaConnectionConfig("127.0.0.1:1", "http://127.0.0.1:18081", "ward", 1));

    @Test
    void aBrokerThatIsHaltedLeavesTimeToAskAnother() {
        // when
        var settings = clients.questionSettings(Duration.ofSeconds(60));

        // then
        assertThat(settings)
                .containsEntry(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 60_000)
                .containsEntry(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 20_000);
    }

    @Test
    void withoutAnAnswerTheAddressIsNamed() {
        assertThatThrownBy(() -> clients.requireBroker(Duration.ofMillis(300)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no Kafka broker answers at 127.0.0.1:1 within");
    }
}

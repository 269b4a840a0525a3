package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
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

    @Test
    void aHostThatNobodyKnowsIsNamedWithItsKey() {
        // given
        var unknown = clients("host.invalid:9092", Map.of());

        // then
        assertThatThrownBy(unknown::requireBroker)
                .hasMessage("kafka.bootstrapServers: must name brokers as host:port whose hosts this machine knows, was"
                        + " 'host.invalid:9092' (No resolvable bootstrap urls given in bootstrap.servers); --broker"
                        + " names another");
    }

    @Test
    void aPortThatCannotBeIsNamedWithItsKey() {
        assertThatThrownBy(clients("127.0.0.1:99999", Map.of())::requireBroker)
                .hasMessageStartingWith("kafka.bootstrapServers: must name brokers as host:port")
                .hasMessageContaining("was '127.0.0.1:99999'");
    }

    @Test
    void aSettingThatKafkaRefusesIsNamedAlsoByAClientOfAnApp() {
        // given
        var refused = clients("127.0.0.1:1", Map.of("security.protocol", "TELEPATHY"));

        // then
        assertThatThrownBy(() -> refused.consumer(new StringDeserializer(), new StringDeserializer(), Map.of()))
                .isInstanceOf(KafkaException.class)
                .hasMessageStartingWith("kafka.client or kafka.clientProperties: Kafka takes no such setting")
                .hasMessageContaining("TELEPATHY");
    }

    private static KafkaClients clients(String broker, Map<String, String> client) {
        var plain = KafkaConnectionConfig.defaults();
        return new KafkaClients(new KafkaConnectionConfig(
                broker,
                plain.registryUrl(),
                plain.registryTokenFile(),
                plain.registryTls(),
                plain.namespace(),
                plain.partitions(),
                plain.clientProperties(),
                client,
                Map.of()));
    }
}

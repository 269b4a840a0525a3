package org.vigie.alerts;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.progress.ReadProgressMonitor;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Tests the read progress on a real broker. */
@ExtendWith(EmbeddedKafkaExtension.class)
class ReadProgressMonitorIT {
    private static final int PARTITIONS = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void theNumberOfPartitionsIsTheBrokersWhateverTheConfigurationSays(int configured, KafkaTestNamespace namespace)
            throws Exception {
        // given
        namespace.kafka().createTopics(config(namespace, PARTITIONS).topics());

        // when
        try (var progress = ReadProgressMonitor.start(config(namespace, configured), Duration.ofMinutes(1), "")) {
            // then
            await().atMost(Duration.ofMinutes(10)).until(() -> progress.of(3, Set.of(0, 1, 2, 3), Long.MAX_VALUE) > 0);
        }
    }

    private static KafkaConnectionConfig config(KafkaTestNamespace namespace, int partitions) {
        return new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), partitions);
    }
}

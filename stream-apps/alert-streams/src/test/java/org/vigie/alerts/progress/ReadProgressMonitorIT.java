package org.vigie.alerts.progress;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Tests the read progress on a real broker. */
class ReadProgressMonitorIT {
    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start(directory);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void theNumberOfPartitionsIsTheBrokersWhateverTheSettingsSay(int said) throws Exception {
        kafka.createTopics(settings(said, 4).topics());
        try (var watch = ReadProgressMonitor.start(settings(said, said), Duration.ofMinutes(1))) {
            await().atMost(Duration.ofMinutes(1)).until(() -> watch.of(3, Set.of(0, 1, 2, 3), Long.MAX_VALUE) > 0);
        }
    }

    private static KafkaConnectionConfig settings(int said, int partitions) {
        return new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "said" + said, partitions);
    }
}

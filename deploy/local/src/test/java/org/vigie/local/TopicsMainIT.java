package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.local.TopicsCommand.TopicsConfig;
import org.vigie.platform.config.KafkaConnectionConfig;

class TopicsMainIT {
    @TempDir
    Path directory;

    @Test
    void onlyWhatIsMissingIsCreated() throws Exception {
        try (var broker = EmbeddedBroker.start(directory)) {
            var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), "http://127.0.0.1:1", "other", 2);
            var config = new TopicsConfig(kafka, (short) 1);

            assertThat(TopicsCommand.create(config).created())
                    .hasSameSizeAs(kafka.topics().all())
                    .contains("vigie.other.observations.raw");
            assertThat(TopicsCommand.create(config).created()).isEmpty();
        }
    }
}

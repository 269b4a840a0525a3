package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Tests the defaults, the mapping and the refusals of the configuration of the topics. */
class TopicsConfigTest {
    private static final KafkaConnectionConfig KAFKA = KafkaConnectionConfig.defaults();

    @Test
    void theExampleFileShowsTheDefaults() {
        // given
        Path example = Path.of("config", "topics.yaml");
        // when
        TopicsConfig config = ConfigLoader.load(Optional.of(example), TopicsConfig.class, Map.of());
        // then
        assertThat(config).isEqualTo(TopicsConfig.defaults());
    }

    @Test
    void withOneCopyNoMinimumOfCopiesIsSet() {
        // when
        List<NewTopic> topics = TopicsConfig.defaults().topics();
        // then
        assertThat(topics)
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.configs()).doesNotContainKey("min.insync.replicas"));
    }

    @Test
    void withThreeCopiesTwoMustExistBeforeARecordCountsAsStored() {
        // given
        var config = new TopicsConfig(KAFKA, (short) 3, 0, Map.of());
        // when
        List<NewTopic> topics = config.topics();
        // then
        assertThat(topics).isNotEmpty().allSatisfy(topic -> {
            assertThat(topic.replicationFactor()).isEqualTo((short) 3);
            assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
        });
    }

    @Test
    void retentionIsSetByNounAndState() {
        // given
        var config = new TopicsConfig(KAFKA, (short) 1, 0, Map.of("observations.raw", Duration.ofDays(14)));
        // when
        List<NewTopic> topics = config.topics();
        // then
        assertThat(topics)
                .filteredOn(topic -> "1209600000".equals(topic.configs().get("retention.ms")))
                .extracting(NewTopic::name)
                .containsExactly("vigie.ward.observations.raw");
    }

    @Test
    void aWrongValueIsNamed() {
        refused("VIGIE_REPLICATION_FACTOR", "0", "replicationFactor: must be positive, was 0");
        refused("VIGIE_MIN_INSYNC_REPLICAS", "2", "minInsyncReplicas: must be 0 to replicationFactor (1), was 2");
        refused(
                "VIGIE_RETENTION",
                "{alerts.ledgers: P1D}",
                "retention.alerts.ledgers: unknown topic, expected one of [");
        refused("VIGIE_RETENTION", "{alerts.ledger: PT0S}", "retention.alerts.ledger: must be positive, was PT0S");
    }

    private static void refused(String variable, String value, String why) {
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), TopicsConfig.class, Map.of(variable, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(why);
    }
}

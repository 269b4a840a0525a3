package org.vigie.replay.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Tests how long the topics of a replay keep records whose own times are long past. */
class NamespaceAdminTest {
    @Test
    void recordsOfNineMonthsAgoAreKeptForThirtyDaysMore() {
        // given
        var topic = KafkaConnectionConfig.defaults().topics().observationsClean();

        // when
        NewTopic created = NamespaceAdmin.recorded(topic, (short) 1, Duration.ofDays(270));

        // then
        String kept = Long.toString(Duration.ofDays(300).toMillis());
        assertThat(created.configs())
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, kept)
                .containsEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, kept)
                .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    }
}

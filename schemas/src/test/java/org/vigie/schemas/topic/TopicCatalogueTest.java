package org.vigie.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Observation;

/** Tests the names and settings of the topics. */
class TopicCatalogueTest {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 4);

    @Test
    void everyTopicIsListedUnderItsNamespace() {
        assertThat(TOPICS.all())
                .extracting(Topic::name)
                .containsExactly(
                        "vigie.ward.observations.raw",
                        "vigie.ward.stays.current",
                        "vigie.ward.observations.clean",
                        "vigie.ward.observations.rejected",
                        "vigie.ward.records.quarantined",
                        "vigie.ward.windows.hourly",
                        "vigie.ward.scores.survival",
                        "vigie.ward.alerts.ledger",
                        "vigie.ward.alerts.current",
                        "vigie.ward.triage.current",
                        "vigie.ward.commands.alerts",
                        "vigie.ward.alarms.episodes",
                        "vigie.ward.alarms.load",
                        "vigie.ward.notifications.status",
                        "vigie.ward.notifications.deliveries",
                        "vigie.ward.stays.claimed",
                        "vigie.ward.alarms.bedside",
                        "vigie.ward.identities.sealed",
                        "vigie.ward.messages.sealed",
                        "vigie.ward.codes.unmapped",
                        "vigie.ward.codes.mapped",
                        "vigie.ward.codes.backfilled",
                        "vigie.ward.readings.counted",
                        "vigie.ward.readings.leftout",
                        "vigie.ward.observations.named",
                        "vigie.ward.rows.rejected",
                        "vigie.ward.truth.events",
                        "vigie.ward.audit.events",
                        "vigie.ward.rules.published");
    }

    @Test
    void theTopicsThatSteerAReplayAreNoTopicsOfAWard() {
        assertThat(TopicCatalogue.in("study-7", 4).ofReplay())
                .extracting(Topic::name)
                .containsExactly("vigie.study-7.replay.controls", "vigie.study-7.replay.status");
        assertThat(TOPICS.all()).doesNotContainAnyElementsOf(TOPICS.ofReplay());
    }

    @Test
    void aReplaySharesNoTopicWithTheWard() {
        assertThat(TopicCatalogue.in("replay-1", 4).all())
                .extracting(Topic::name)
                .doesNotContainAnyElementsOf(
                        TOPICS.all().stream().map(Topic::name).toList());
    }

    @Test
    void aKeptTopicIsCreatedWithItsRetention() {
        // when
        NewTopic created = TOPICS.observationsRaw().toNewTopic((short) 3);

        // then
        assertThat(created.numPartitions()).isEqualTo(4);
        assertThat(created.replicationFactor()).isEqualTo((short) 3);
        assertThat(created.configs())
                .isEqualTo(Map.of(
                        "message.timestamp.type", "LogAppendTime",
                        "cleanup.policy", "delete",
                        "retention.ms", "604800000",
                        "segment.ms", "86400000"));
    }

    @Test
    void noSegmentIsLongerThanTheRetention() {
        assertThat(TOPICS.observationsRaw()
                        .withRetention(Duration.ofHours(6))
                        .toNewTopic((short) 1)
                        .configs())
                .containsEntry("segment.ms", "21600000");
    }

    @Test
    void aCompactedTopicIsCreatedWithoutRetention() {
        assertThat(TOPICS.alertsCurrent().toNewTopic((short) 1).configs())
                .isEqualTo(Map.of(
                        "message.timestamp.type", "LogAppendTime",
                        "cleanup.policy", "compact",
                        "delete.retention.ms", "604800000",
                        "min.compaction.lag.ms", "604800000"));
    }

    @Test
    void aBadNamespaceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicCatalogue.in("Ward 1", 4))
                .withMessageContaining("was 'Ward 1'");
    }

    @Test
    void aTopicWithoutPartitionsOrRetentionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicCatalogue.in("ward", 0))
                .withMessage("partitions: must be positive, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic<>("t", Observation.class, 1, Duration.ZERO, false))
                .withMessage("t.retention: must be positive, was PT0S");
    }
}

package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.local.TopicProvisioner.TopicsAnswer;
import org.vigie.platform.config.KafkaConnectionConfig;

class TopicChangeTextTest {
    private static final TopicsConfig CONFIG = new TopicsConfig(
            KafkaConnectionConfig.defaults(), (short) 3, 0, Map.of("observations.raw", Duration.ofDays(14)));

    @Test
    void aTopicThatWasMadeIsNamedWithItsSettings() {
        // given
        var answer = new TopicsAnswer(
                List.of("vigie.ward.observations.raw"), List.of("vigie.ward.alerts.ledger"), List.of());

        // when
        String text = new TopicChangeText(CONFIG, answer).text().orElseThrow();

        // then
        assertThat(text)
                .startsWith(
                        "topics at 127.0.0.1:19092: before 1 of 2; made: vigie.ward.observations.raw (4 partitions, 3 copies, {")
                .contains("min.insync.replicas=2", "retention.ms=1209600000")
                .doesNotContain("found changed");
    }

    @Test
    void aSettingThatSomebodyChangedWithAnotherToolIsNamedWithBothValues() {
        // given
        var difference = new TopicDifference("vigie.ward.alerts.ledger", "retention.ms", "31536000000", "3600000");
        var answer = new TopicsAnswer(List.of(), List.of("vigie.ward.alerts.ledger"), List.of(difference));

        // when
        String text = new TopicChangeText(CONFIG, answer).text().orElseThrow();

        // then
        assertThat(text)
                .isEqualTo("topics at 127.0.0.1:19092: before 1 of 1; found changed: vigie.ward.alerts.ledger:"
                        + " retention.ms: expected 31536000000, was 3600000");
    }

    @Test
    void whenNothingWasMadeOrDiffersThereIsNothingToRecord() {
        // given
        var answer = new TopicsAnswer(List.of(), List.of("vigie.ward.alerts.ledger"), List.of());

        // when, then
        assertThat(new TopicChangeText(CONFIG, answer).text()).isEmpty();
    }
}

package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

class PoisonSenderTest {
    @Test
    void everyTopicThatAnAppReadsGetsARecordExceptTheLedgerAndTheTruth() {
        // given
        var kafka = KafkaConnectionConfig.defaults();

        // when
        var poisoned = new PoisonSender(kafka).poisoned();

        // then
        assertThat(poisoned)
                .extracting(Topic::name)
                .contains(
                        kafka.topics().observationsRaw().name(),
                        kafka.topics().staysCurrent().name())
                .doesNotContain(
                        kafka.topics().alertsLedger().name(),
                        kafka.topics().truthEvents().name())
                .hasSize(kafka.topics().all().size() - 2);
    }
}

package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ErasurePlanTest {
    private static final String STAYS = "vigie.ward.stays.current";

    private final ErasurePlan plan = new ErasurePlan(STAYS::equals);

    @Test
    void theListsOfStaysAreWrittenLastSoThatAnInterruptedErasureFindsTheStaysAgain() {
        // when
        for (String topic : List.of("vigie.ward.alerts.current", STAYS, "vigie.ward.windows.hourly")) {
            plan.add(record(topic, 0), RecordFate.REMOVED);
            plan.add(record(topic, 1), RecordFate.REMOVED);
        }

        // then
        assertThat(plan.byPartition()).hasSize(6);
        assertThat(plan.byPartition().subList(4, 6))
                .extracting(partition -> partition.getKey().topic())
                .containsOnly(STAYS);
    }

    @Test
    void aRecordThatIsKeptHasNoPlaceInThePlan() {
        // when
        plan.add(record(STAYS, 0), RecordFate.KEPT);

        // then
        assertThat(plan.byPartition()).isEmpty();
        assertThat(plan.records()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, int partition) {
        return new ConsumerRecord<>(topic, partition, 7, new byte[0], new byte[0]);
    }
}

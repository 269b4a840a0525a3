package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.topic.Topic;

class PartitionReaderTest {
    private static final Topic<Alert> TOPIC =
            KafkaConnectionConfig.defaults().topics().alertsLedger();
    private static final TopicPartition FIRST = new TopicPartition(TOPIC.name(), 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC.name(), 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private Instant now = Instant.EPOCH;
    private final PartitionReader reader = new PartitionReader(consumer, "broker:9092", time());
    private final List<String> read = new ArrayList<>();

    /** Each look at the clock is ten seconds later. */
    private InstantSource time() {
        return () -> now = now.plusSeconds(10);
    }

    @BeforeEach
    void twoPartitionsAreRead() {
        reader.assign(Map.of(FIRST, 0L, SECOND, 0L));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }

    @Test
    void aTopicIsReadToTheEndThatItHas() {
        // given
        add(FIRST, 0);
        add(SECOND, 0);
        add(SECOND, 1);
        consumer.updateEndOffsets(Map.of(FIRST, 1L, SECOND, 2L));

        // when
        reader.readToEnd(this::note);

        // then
        assertThat(read).containsExactlyInAnyOrder("0@0", "1@0", "1@1");
        assertThat(reader.positions()).isEqualTo(Map.of(FIRST, 1L, SECOND, 2L));
    }

    @Test
    void anEndThatTheBrokerDoesNotGiveIsAnErrorWithTopicBrokerAndPlace() {
        // given
        consumer.updateEndOffsets(Map.of(FIRST, 0L, SECOND, 7L));

        // when, then
        assertThatThrownBy(() -> reader.readToEnd(this::note))
                .isInstanceOf(TopicUnavailableException.class)
                .hasMessageContainingAll(TOPIC.name(), "broker:9092", TOPIC.name() + "-1=0 of 7");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAnErrorWithTopicAndBroker() {
        assertThatThrownBy(() -> reader.startAt(List.of(TOPIC), partitions -> {
                    throw new TimeoutException("nothing in time");
                }))
                .isInstanceOf(TopicUnavailableException.class)
                .hasMessageContainingAll(TOPIC.name(), "broker:9092", "nothing in time");
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void aRecordWhoseHandlerFailsIsReadAgain() {
        // given
        add(FIRST, 0);
        add(FIRST, 1);

        // when, then
        assertThatThrownBy(() -> reader.poll(record -> {
                    throw new IllegalStateException("the registry is away");
                }))
                .hasMessage("the registry is away");

        // when
        add(FIRST, 0);
        add(FIRST, 1);

        reader.poll(this::note);

        // then
        assertThat(read).containsExactly("0@0", "0@1");
    }

    @Test
    void partitionsAreReadInTurnUntilTheHandlerStops() {
        // given
        add(FIRST, 0);
        add(FIRST, 1);
        consumer.updateEndOffsets(Map.of(FIRST, 2L, SECOND, 1L));

        // when
        boolean whole = reader.readInTurnWhile(record -> {
            note(record);
            return record.offset() < 1;
        });

        // then
        assertThat(whole).isFalse();
        assertThat(read).containsExactly("0@0", "0@1");
        assertThat(reader.positions()).containsEntry(FIRST, 1L);
    }

    @Test
    void aPartitionThatReachedItsEndIsLeft() {
        assertThat(reader.leaveReached(Map.of(FIRST, 0L, SECOND, 1L))).isFalse();
        assertThat(consumer.paused()).containsExactly(FIRST);
        assertThat(reader.leaveReached(Map.of(FIRST, 0L, SECOND, 0L))).isTrue();
    }

    @Test
    void aReaderThatFollowsForEverHasNoEnd() {
        assertThat(reader.leaveReached(Map.of())).isFalse();
    }

    private void add(TopicPartition partition, long offset) {
        consumer.addRecord(new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, new byte[0]));
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        read.add(record.partition() + "@" + record.offset());
    }
}

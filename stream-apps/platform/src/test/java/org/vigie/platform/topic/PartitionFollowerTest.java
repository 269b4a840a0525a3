package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionFollowerTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final BlockingQueue<Long> read = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> failing = new LinkedBlockingQueue<>();

    @Test
    void recordsAreHandledUntilTheFollowerIsClosed() throws InterruptedException {
        // given
        PartitionReader reader = reader();

        // when
        add(0);

        // then
        try (var follower =
                PartitionFollower.start("test", reader, record -> read.add(record.offset()), failing::add)) {
            assertThat(follower).isNotNull();
            assertThat(read.poll(10, TimeUnit.MINUTES)).isZero();
        }

        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void aFailureIsReportedAndTheFollowerGoesOn() throws InterruptedException {
        // given
        PartitionReader reader = reader();
        consumer.setPollException(new KafkaException("the broker is away"));
        try (var follower =
                PartitionFollower.start("test", reader, record -> read.add(record.offset()), failing::add)) {
            // when, then
            assertThat(follower).isNotNull();
            assertThat(failing.poll(10, TimeUnit.MINUTES)).isTrue();
            assertThat(failing.poll(10, TimeUnit.MINUTES)).isFalse();
        }
    }

    @Test
    void aFollowerWithAnEndLeavesWhatComesAfterIt() throws InterruptedException {
        // given
        PartitionReader reader = reader();

        // when
        List.of(0L, 1L, 2L).forEach(this::add);

        // then
        try (var follower = PartitionFollower.startUntil(
                "test", reader, Map.of(PARTITION, 2L), record -> read.add(record.offset()))) {
            assertThat(follower).isNotNull();
            assertThat(read.poll(10, TimeUnit.MINUTES)).isZero();
            assertThat(read.poll(10, TimeUnit.MINUTES)).isOne();
        }

        assertThat(read).isEmpty();
    }

    private PartitionReader reader() {
        var reader = new PartitionReader(consumer, "broker:9092", InstantSource.system());
        reader.assign(Map.of(PARTITION, 0L));
        return reader;
    }

    private void add(long offset) {
        consumer.addRecord(new ConsumerRecord<>("topic", 0, offset, null, new byte[0]));
    }
}

package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

class TimeOrderedReaderTest {
    private static final TopicCatalogue TOPICS =
            KafkaConnectionConfig.defaults().topics();
    private static final TopicPartition STAYS =
            new TopicPartition(TOPICS.staysCurrent().name(), 0);
    private static final TopicPartition CLEAN =
            new TopicPartition(TOPICS.observationsClean().name(), 0);
    private static final TopicPartition OTHER =
            new TopicPartition(TOPICS.observationsClean().name(), 1);

    private final Map<TopicPartition, List<Long>> times = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now = now.plusSeconds(10);

    @Test
    void recordsOfSeveralTopicsComeInTheOrderInWhichTheBrokerTookThem() {
        // given
        times.put(STAYS, List.of(1L, 30L));
        times.put(CLEAN, List.of(10L, 20L, 30L));
        times.put(OTHER, List.of(5L, 40L));

        // when
        reader(0, 100).readAll(this::note);

        // then
        assertThat(read)
                .containsExactly("stays 1", "clean 5", "clean 10", "clean 20", "stays 30", "clean 30", "clean 40");
    }

    @Test
    void onlyTheRecordsOfThePeriodAreRead() {
        // given
        times.put(STAYS, List.of());
        times.put(CLEAN, List.of(10L, 20L, 30L));
        times.put(OTHER, List.of(5L, 40L));

        // when
        reader(20, 40).readAll(this::note);

        // then
        assertThat(read).containsExactly("clean 20", "clean 30");
    }

    @Test
    void aCompactedTopicIsReadFromItsBeginningBecauseItsRecordsAreStillInForce() {
        // given
        times.put(STAYS, List.of(1L, 50L));
        times.put(CLEAN, List.of(30L));
        times.put(OTHER, List.of());

        // when
        reader(20, 40).readAll(this::note);

        // then
        assertThat(read).containsExactly("stays 1", "clean 30");
    }

    @Test
    void aCompactedTopicWhoseRecordsAreRepeatedIsReadFromTheBeginOfThePeriod() {
        // given
        times.put(STAYS, List.of(1L, 25L, 50L));
        times.put(CLEAN, List.of(30L));
        times.put(OTHER, List.of());

        // when
        reader(consumer(), period(20, 40).ofRepeated()).readAll(this::note);

        // then
        assertThat(read).containsExactly("stays 25", "clean 30");
    }

    @Test
    void eachTopicIsReadInItsOwnPeriodAndAllInOneOrder() {
        // given
        times.put(STAYS, List.of(1L, 30L, 60L));
        times.put(CLEAN, List.of(10L, 20L, 50L));
        times.put(OTHER, List.of());

        // when
        reader(
                        consumer(),
                        List.of(
                                new TopicPeriod(
                                        TOPICS.staysCurrent(), period(25, 70).ofRepeated()),
                                new TopicPeriod(TOPICS.observationsClean(), period(20, 50))))
                .readAll(this::note);

        // then
        assertThat(read).containsExactly("clean 20", "stays 30", "stays 60");
    }

    @Test
    void aTopicWhoseRecordsOfThePeriodWereDeletedIsNamed() {
        // given
        times.put(STAYS, List.of(1L));
        times.put(CLEAN, List.of(30L, 50L));
        times.put(OTHER, List.of());
        var consumer = consumer();
        consumer.updateBeginningOffsets(Map.of(CLEAN, 1L, STAYS, 0L));

        // when
        TimeOrderedReader reader = reader(consumer, period(40, 100));

        // then
        assertThat(reader.cut()).containsExactly(CLEAN.topic());
        assertThat(reader.firstLeft()).as("whole from its first record on").containsOnlyKeys(CLEAN.topic());
    }

    @Test
    void aTopicThatHoldsOlderRecordsThanThePeriodIsWhole() {
        // given
        times.put(STAYS, List.of(1L));
        times.put(CLEAN, List.of(10L, 30L, 50L));
        times.put(OTHER, List.of());
        var consumer = consumer();
        consumer.updateBeginningOffsets(Map.of(CLEAN, 1L));

        // when, then
        assertThat(reader(consumer, period(40, 100)).cut()).isEmpty();
        assertThat(reader(10, 100).cut())
                .as("a topic from which nothing was deleted")
                .isEmpty();
    }

    @Test
    void whoeverWaitsCanEndAReadingInWhichNoRecordComes() {
        // given
        times.put(STAYS, List.of());
        times.put(CLEAN, List.of(30L));
        times.put(OTHER, List.of());
        var consumer = consumer();
        consumer.updateEndOffsets(Map.of(STAYS, 0L, CLEAN, 9L, OTHER, 0L));

        // when, then
        assertThatThrownBy(() -> reader(consumer, 20, 1_000).readAll(this::note, () -> {
                    throw new IllegalStateException("no time is left");
                }))
                .hasMessage("no time is left");
        assertThat(read).isEmpty();
    }

    @Test
    void aBrokerThatGivesNothingMoreIsAnErrorWithItsAddress() {
        // given
        times.put(STAYS, List.of());
        times.put(CLEAN, List.of(30L));
        times.put(OTHER, List.of());
        var consumer = consumer();
        consumer.updateEndOffsets(Map.of(STAYS, 0L, CLEAN, 9L, OTHER, 0L));

        // when, then
        assertThatThrownBy(() -> reader(consumer, 20, 1_000).readAll(this::note))
                .isInstanceOf(TopicUnavailableException.class)
                .hasMessageContainingAll("broker:9092", "1 of 9");
    }

    @Test
    void whatIsLeftToReadIsKnownBefore() {
        // given
        times.put(STAYS, List.of(1L));
        times.put(CLEAN, List.of(10L, 20L, 30L));
        times.put(OTHER, List.of());
        TimeOrderedReader reader = reader(15, 100);

        // when
        long before = reader.remaining();
        reader.readAll(this::note);

        // then
        assertThat(before).isEqualTo(3);
        assertThat(reader.remaining()).isZero();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        read.add((record.topic().equals(STAYS.topic()) ? "stays " : "clean ") + record.timestamp());
    }

    private TimeOrderedReader reader(long from, long to) {
        return reader(consumer(), from, to);
    }

    private static PartitionPeriod period(long from, long to) {
        return new PartitionPeriod(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }

    private TimeOrderedReader reader(MockConsumer<byte[], byte[]> consumer, long from, long to) {
        return reader(consumer, period(from, to));
    }

    private TimeOrderedReader reader(MockConsumer<byte[], byte[]> consumer, PartitionPeriod period) {
        List<Topic<?>> topics = List.of(TOPICS.staysCurrent(), TOPICS.observationsClean());
        return reader(consumer, TopicPeriod.of(topics, period));
    }

    private TimeOrderedReader reader(MockConsumer<byte[], byte[]> consumer, List<TopicPeriod> topics) {
        var reader = new TimeOrderedReader(consumer, "broker:9092", clock, topics);
        times.forEach((partition, at) -> {
            for (int offset = 0; offset < at.size(); offset++) {
                consumer.addRecord(record(partition, offset, at.get(offset)));
            }
        });
        return reader;
    }

    /** The mock knows no times, so it looks them up in the test's records. */
    private MockConsumer<byte[], byte[]> consumer() {
        var consumer = new MockConsumer<byte[], byte[]>("earliest") {
            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> asked) {
                Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
                asked.forEach((partition, time) ->
                        firstAt(partition, time).ifPresent(offset -> found.put(partition, offset)));
                return found;
            }
        };
        Node[] none = {};
        for (TopicPartition each : List.of(STAYS, CLEAN)) {
            List<PartitionInfo> partitions = times.keySet().stream()
                    .filter(partition -> partition.topic().equals(each.topic()))
                    .map(partition -> new PartitionInfo(partition.topic(), partition.partition(), null, none, none))
                    .toList();
            consumer.updatePartitions(each.topic(), partitions);
        }
        times.forEach((partition, at) -> {
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.updateEndOffsets(Map.of(partition, (long) at.size()));
        });
        return consumer;
    }

    private Optional<OffsetAndTimestamp> firstAt(TopicPartition partition, long time) {
        List<Long> at = times.get(partition);
        return at.stream()
                .filter(each -> each >= time)
                .findFirst()
                .map(each -> new OffsetAndTimestamp(at.indexOf(each), each));
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, int offset, long at) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                at,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}

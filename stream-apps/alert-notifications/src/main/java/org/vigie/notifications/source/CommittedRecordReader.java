package org.vigie.notifications.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads again the records before the positions of a consumer, for what they say about the present. */
record CommittedRecordReader<V>(Consumer<String, V> consumer, InstantSource clock) {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Time after which reading is given up, because new records wait meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Hands over the records that the broker took since {@code from}, up to the positions of the partitions. The consumer stands at these
     * positions afterwards.
     *
     * @return false when it took longer than a minute, so that the newest of them were not handed over
     */
    boolean read(Collection<TopicPartition> partitions, Instant from, java.util.function.Consumer<V> handler) {
        Map<TopicPartition, Long> until =
                partitions.stream().collect(Collectors.toMap(Function.identity(), consumer::position));
        begins(until, from).forEach(consumer::seek);
        Instant deadline = clock.instant().plus(LONGEST);
        while (!isReached(until) && clock.instant().isBefore(deadline)) {
            consumer.poll(POLL).forEach(record -> handOver(record, until, handler));
        }
        boolean whole = isReached(until);
        until.forEach(consumer::seek);
        return whole;
    }

    /** Returns where reading begins, of the partitions that have records since then before their positions. */
    private Map<TopicPartition, Long> begins(Map<TopicPartition, Long> until, Instant from) {
        // A limit of a century reaches to before the first time that a broker knows.
        long since = Math.max(0, from.toEpochMilli());
        Map<TopicPartition, Long> times =
                until.keySet().stream().collect(Collectors.toMap(Function.identity(), each -> since));
        return consumer.offsetsForTimes(times).entrySet().stream()
                .filter(begin -> begin.getValue() != null && begin.getValue().offset() < until.get(begin.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, begin -> begin.getValue().offset()));
    }

    private boolean isReached(Map<TopicPartition, Long> until) {
        return until.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void handOver(
            ConsumerRecord<String, V> record, Map<TopicPartition, Long> until, java.util.function.Consumer<V> handler) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.value() != null && record.offset() < until.getOrDefault(partition, 0L)) {
            handler.accept(record.value());
        }
    }
}

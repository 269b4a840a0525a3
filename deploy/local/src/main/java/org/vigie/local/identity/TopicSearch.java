package org.vigie.local.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.local.identity.SearchedPlaces.IdentityPlace;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;

/** Searches each record of each topic of a broker, internal topics too: key, value and headers. */
final class TopicSearch {
    private static final Duration POLL = Duration.ofMillis(500);

    private final ByteSearch bytes;
    private final Map<String, SortedSet<Integer>> found = new HashMap<>();
    private long records;

    TopicSearch(ByteSearch bytes) {
        this.bytes = bytes;
    }

    /** Searches what the topics hold now. */
    SearchedPlaces search(KafkaConnectionConfig kafka) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaClients(kafka).consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), Map.of())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(Collection::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer, consumer.endOffsets(partitions));
        }
        List<IdentityPlace> places = new ArrayList<>();
        found.forEach((topic, all) -> all.forEach(identity -> places.add(new IdentityPlace(topic, identity))));
        return new SearchedPlaces("records of topics", records, places, List.of());
    }

    private void readTo(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::search);
        }
    }

    private void search(ConsumerRecord<byte[], byte[]> record) {
        records++;
        SortedSet<Integer> all = found.computeIfAbsent(record.topic(), topic -> new TreeSet<>());
        Stream<byte[]> headers = Stream.of(record.headers().toArray()).map(Header::value);
        Stream.concat(Stream.of(record.key() == null ? new byte[0] : record.key()), headers)
                .filter(part -> part != null)
                .forEach(part -> bytes.search(part, part.length, all));
        if (record.value() != null) {
            bytes.search(record.value(), record.value().length, all);
        }
    }
}

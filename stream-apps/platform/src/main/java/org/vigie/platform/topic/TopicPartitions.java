package org.vigie.platform.topic;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.schemas.topic.Topic;

/**
 * Asks the broker for the partitions of topics.
 *
 * @param broker its address, for messages
 */
record TopicPartitions(Consumer<byte[], byte[]> consumer, String broker) {
    private static final Logger LOG = LoggerFactory.getLogger(TopicPartitions.class);

    List<TopicPartition> of(Collection<? extends Topic<?>> topics) {
        return topics.stream().flatMap(topic -> of(topic).stream()).toList();
    }

    /** Assumes the configured partitions for a topic that the broker does not know yet: the client waits for them, and this line says why. */
    private List<TopicPartition> of(Topic<?> topic) {
        List<TopicPartition> known = ask(() -> consumer.partitionsFor(topic.name()), List.of(topic.name())).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (known.isEmpty()) {
            LOG.warn("{} does not exist yet on the broker at {}; './vigie topics' creates it", topic.name(), broker);
        }
        return known.isEmpty()
                ? IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList()
                : known;
    }

    /** @throws TopicUnavailableException when the broker cannot answer */
    <T> T ask(Supplier<T> question, Collection<String> topics) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw new TopicUnavailableException(
                    String.join(", ", topics) + " cannot be read from the broker at " + broker + ": " + e.getMessage(),
                    e);
        }
    }
}

package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.TopicCatalogue;

class TopicPartitionsTest {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 3);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final TopicPartitions partitions = new TopicPartitions(consumer, "127.0.0.1:19092");

    @Test
    void theBrokersPartitionsAreUsed() {
        // given
        String topic = TOPICS.staysCurrent().name();
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 5, null, null, null)));
        // when
        List<TopicPartition> found = partitions.of(List.of(TOPICS.staysCurrent()));
        // then
        assertThat(found).containsExactly(new TopicPartition(topic, 5));
    }

    @Test
    void aTopicThatTheBrokerDoesNotKnowYetHasItsConfiguredPartitions() {
        // given
        String topic = TOPICS.staysCurrent().name();
        consumer.updatePartitions(topic, List.of());
        // when
        List<TopicPartition> found = partitions.of(List.of(TOPICS.staysCurrent()));
        // then
        assertThat(found)
                .containsExactly(
                        new TopicPartition(topic, 0), new TopicPartition(topic, 1), new TopicPartition(topic, 2));
    }

    @Test
    void aBrokerThatCannotAnswerIsNamedWithTheTopic() {
        // given
        List<String> topics = List.of("alerts.current");
        // when, then
        assertThatThrownBy(() -> partitions.ask(
                        () -> {
                            throw new KafkaException("connection refused");
                        },
                        topics))
                .isInstanceOf(TopicUnavailableException.class)
                .hasMessage("alerts.current cannot be read from the broker at 127.0.0.1:19092: connection refused");
    }
}

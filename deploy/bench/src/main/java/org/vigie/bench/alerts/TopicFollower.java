package org.vigie.bench.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Hears every record of a topic from now on, on a thread of its own. */
final class TopicFollower<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, V> consumer;
    private final Consumer<ConsumerRecord<String, V>> heard;
    private final Thread thread = new Thread(this::listen, "listener");
    private final LongAdder count = new LongAdder();
    private volatile boolean closed;

    private TopicFollower(KafkaConsumer<String, V> consumer, Consumer<ConsumerRecord<String, V>> heard) {
        this.consumer = consumer;
        this.heard = heard;
    }

    static <V extends SpecificRecord> TopicFollower<V> to(
            Topic<V> topic, KafkaConnectionConfig kafka, Consumer<ConsumerRecord<String, V>> heard) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        100),
                new StringDeserializer(),
                new AvroSerdes(kafka.registryUrl()).of(topic).deserializer());
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        var follower = new TopicFollower<>(consumer, heard);
        follower.thread.start();
        return follower;
    }

    private void listen() {
        while (!closed) {
            consumer.poll(POLL).forEach(record -> {
                heard.accept(record);
                count.increment();
            });
        }
        consumer.close();
    }

    /** Records heard so far. */
    long count() {
        return count.sum();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.vigie.sink;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.DeadLetter;
import org.vigie.schemas.Origin;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.QuarantinedRecords;
import org.vigie.schemas.serde.RegistryUnavailableException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.store.DependencyUnavailableException;
import org.vigie.sink.store.RefusedRow;

/** Publishes what could not be stored: records that cannot be read and rows that the store refused. */
final class DeadLetterPublisher implements AutoCloseable {
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    DeadLetterPublisher(KafkaConnectionConfig kafka, AvroSerdes serdes, Clock clock) {
        topics = kafka.topics();
        this.serdes = serdes;
        this.clock = clock;
        Map<String, Object> settings = Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        producer = new KafkaClients(kafka).producer(new ByteArraySerializer(), new ByteArraySerializer(), settings);
    }

    void unreadable(ConsumerRecord<byte[], byte[]> record, Exception why) {
        String key = record.topic() + "-" + record.partition() + "-" + record.offset();
        send(topics.recordsQuarantined(), key, QuarantinedRecords.of(record, why, DashboardSink.NAME));
    }

    /** A record whose content makes no rows. */
    void unmappable(SpecificRecord record, Origin at, RuntimeException why) {
        String topic = at.getTopic();
        send(
                topics.rowsRejected(),
                topic,
                new DeadLetter(topic, record.toString(), why.toString(), at, clock.instant()));
    }

    void refused(RefusedRow refusal) {
        StoreRow row = refusal.row();
        send(
                topics.rowsRejected(),
                row.table(),
                new DeadLetter(row.table(), row.line(), refusal.answer(), row.origin(), clock.instant()));
    }

    /** Returns when the broker has them all. */
    void await() {
        producer.flush();
        for (Future<?> deadLetter : sent) {
            acknowledged(deadLetter);
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V deadLetter) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        sent.add(producer.send(new ProducerRecord<>(topic.name(), bytes, value(topic, deadLetter))));
    }

    private <V extends SpecificRecord> byte[] value(Topic<V> topic, V deadLetter) {
        try {
            return serdes.of(topic).serializer().serialize(topic.name(), deadLetter);
        } catch (RegistryUnavailableException e) {
            throw new DependencyUnavailableException("The schema registry does not answer", e);
        }
    }

    private static void acknowledged(Future<?> deadLetter) {
        try {
            deadLetter.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused a dead letter", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker took a dead letter", e);
        }
    }
}

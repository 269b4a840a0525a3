package org.vigie.notifications.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;

/** Publishes deliveries to notifications.deliveries and reads those of earlier runs. */
public final class DeliveryTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTopic.class);

    private final KafkaConnectionConfig kafka;
    private final Topic<NotificationDelivery> topic;
    private final Producer<String, NotificationDelivery> producer;

    public DeliveryTopic(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().notificationsDeliveries();
        var serde = new AvroSerdes(kafka.registry()).of(topic);
        this.producer = new KafkaClients(kafka).producer(new StringSerializer(), serde.serializer(), Map.of());
    }

    /** Publishes a delivery; an empty one deletes the record. */
    void publish(String key, Optional<NotificationDelivery> delivery) {
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, delivery.orElse(null)), (place, failure) -> {
            if (failure != null) {
                LOG.warn("The delivery state of {} was not published: {}", key, failure.getMessage());
            }
        });
    }

    /** Reads the newest state of each delivery. */
    public Collection<NotificationDelivery> read() {
        Map<String, NotificationDelivery> newest = new LinkedHashMap<>();
        try (var keys = new StringDeserializer();
                var values = new AvroSerdes(kafka.registry()).of(topic).deserializer();
                var reader = PartitionReader.fromBeginning(kafka, List.of(topic))) {
            reader.readToEnd(record -> {
                String key = keys.deserialize(topic.name(), record.key());
                decoded(values, record.value())
                        .ifPresentOrElse(delivery -> newest.put(key, delivery), () -> newest.remove(key));
            });
        }
        return newest.values();
    }

    private Optional<NotificationDelivery> decoded(Deserializer<NotificationDelivery> values, byte[] bytes) {
        try {
            return Optional.ofNullable(values.deserialize(topic.name(), bytes));
        } catch (UnreadableRecordException e) {
            LOG.warn("A record of {} cannot be decoded and is skipped: {}", topic.name(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

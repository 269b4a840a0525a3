package org.vigie.risk.kafka;

import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.types.Either;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.topic.Topic;

/**
 * Creates the sources and sinks of the job on one broker.
 *
 * <p>A source starts at the checkpoint's offsets. Without a checkpoint it starts at the oldest record, because the hours of every stay must
 * be collected again. Sinks deliver at least once: after a crash a window may be sent again, with the same digest.
 */
public final class KafkaConnectors {
    private final KafkaConnectionConfig kafka;
    private final String app;

    public KafkaConnectors(KafkaConnectionConfig kafka, String app) {
        this.kafka = kafka;
        this.app = app;
    }

    public <V extends SpecificRecordBase> KafkaSource<Either<Quarantined, V>> source(Topic<V> topic) {
        return KafkaSource.<Either<Quarantined, V>>builder()
                .setProperties(clientProperties())
                .setGroupId("vigie." + kafka.namespace() + "." + app)
                .setClientIdPrefix(app + "." + topic.name())
                .setTopics(topic.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new QuarantiningDeserializer<>(topic, kafka.registry(), app))
                .build();
    }

    public <V extends SpecificRecord> KafkaSink<V> sink(Topic<V> topic, SerializableFunction<V, String> key) {
        return KafkaSink.<V>builder()
                .setKafkaProducerConfig(clientProperties())
                .setBootstrapServers(kafka.bootstrapServers())
                .setRecordSerializer(new KeyedRecordSerializer<>(topic, key, kafka.registry()))
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .setProperty(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(8 << 20))
                .build();
    }

    public KafkaSink<Quarantined> quarantine() {
        return sink(kafka.topics().recordsQuarantined(), KafkaConnectors::recordId);
    }

    /** The file is read where the job is submitted; key stores that it names must lie on each machine of the cluster. */
    private Properties clientProperties() {
        var properties = new Properties();
        properties.putAll(kafka.clientSettings(Map.of()));
        return properties;
    }

    private static String recordId(Quarantined record) {
        Origin origin = record.getOrigin();
        return origin.getTopic() + "-" + origin.getPartition() + "-" + origin.getOffset();
    }
}

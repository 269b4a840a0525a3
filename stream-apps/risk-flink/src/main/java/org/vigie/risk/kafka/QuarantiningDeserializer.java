package org.vigie.risk.kafka;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.QuarantinedRecords;
import org.vigie.schemas.serde.RegistryConnection;
import org.vigie.schemas.topic.Topic;

/**
 * Gives a record's value (right), or the record with the reason why it cannot be decoded (left).
 *
 * <p>If the registry is not available, the job fails, restarts and reads the record again.
 */
final class QuarantiningDeserializer<V extends SpecificRecordBase>
        implements KafkaRecordDeserializationSchema<Either<Quarantined, V>> {
    private final Topic<V> topic;
    private final RegistryConnection registry;
    private final String app;

    private transient Deserializer<V> deserializer;

    QuarantiningDeserializer(Topic<V> topic, RegistryConnection registry, String app) {
        this.topic = topic;
        this.registry = registry;
        this.app = app;
    }

    @Override
    public void open(InitializationContext context) {
        deserializer = new AvroSerdes(registry).of(topic).deserializer();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Either<Quarantined, V>> out) {
        read(record).ifPresent(out::collect);
    }

    @Override
    public TypeInformation<Either<Quarantined, V>> getProducedType() {
        return Types.EITHER(new AvroTypeInfo<>(Quarantined.class), new AvroTypeInfo<>(topic.value()));
    }

    /** Returns empty for a deletion. What is known of a bed is kept. */
    private Optional<Either<Quarantined, V>> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(deserializer.deserialize(topic.name(), record.value()))
                    .map(Either::Right);
        } catch (RuntimeException unreadable) {
            if (!QuarantinedRecords.isUnreadable(unreadable)) {
                throw unreadable;
            }
            return Optional.of(Either.Left(QuarantinedRecords.of(record, unreadable, app)));
        }
    }
}

package org.vigie.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.topic.Topic;

/** Writes the records of one topic. It requests the schema id from the registry once, before the first record. */
final class AvroSerializer<V extends SpecificRecord> implements Serializer<V> {
    private static final int UNREGISTERED = -1;
    private static final int TYPICAL_BYTES = 512;

    private final SchemaRegistryClient registry;
    private final String subject;
    private final AvroSchema schema;
    private final DatumWriter<V> writer;
    private volatile int id = UNREGISTERED;

    AvroSerializer(SchemaRegistryClient registry, Topic<V> topic) {
        SpecificData model = SpecificData.getForClass(topic.value());
        Schema written = model.getSchema(topic.value());
        this.registry = registry;
        this.subject = subject(topic.name());
        this.schema = new AvroSchema(PublishedSchema.of(written));
        this.writer = new SpecificDatumWriter<>(written, model);
    }

    /** Returns the subject under which the values of a topic are registered. */
    static String subject(String topic) {
        return topic + "-value";
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
        return value == null ? null : bytes(value);
    }

    private byte[] bytes(V value) {
        var out = new ByteArrayOutputStream(TYPICAL_BYTES);
        ConfluentWireFormat.writeHeader(out, schemaId());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writer.write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the id under which the registry has the schema; registers the schema the first time. */
    int schemaId() {
        if (id == UNREGISTERED) {
            id = register();
        }
        return id;
    }

    private int register() {
        try {
            return registry.register(subject, schema);
        } catch (IOException e) {
            throw new RegistryUnavailableException(subject, e);
        } catch (RestClientException e) {
            throw SchemaRefusedException.isRefusal(e)
                    ? new SchemaRefusedException(subject, e)
                    : new RegistryUnavailableException(subject, e);
        }
    }
}

package org.vigie.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.topic.Topic;

/** Reads the records of one topic, written with any compatible version of its schema. It requests each schema id from the registry once. */
final class AvroDeserializer<V extends SpecificRecord> implements Deserializer<V> {
    /** Error codes with which the registry reports an unknown schema. A 404 without them comes from a wrong address. */
    private static final Set<Integer> NOT_FOUND = Set.of(40401, 40403);

    private final SchemaRegistryClient registry;
    private final Topic<V> topic;
    private final SpecificData model;
    private final Schema expected;
    private final int[] listsOfRecords;
    private final DecodedStringCache strings = new DecodedStringCache();
    private final Map<Integer, DatumReader<V>> readers = new ConcurrentHashMap<>();

    AvroDeserializer(SchemaRegistryClient registry, Topic<V> topic) {
        this.registry = registry;
        this.topic = topic;
        this.model = SpecificData.getForClass(topic.value());
        this.expected = model.getSchema(topic.value());
        this.listsOfRecords = expected.getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
                .filter(field -> field.schema().getElementType().getType() == Schema.Type.RECORD)
                .mapToInt(Schema.Field::pos)
                .toArray();
    }

    @Override
    public @Nullable V deserialize(String from, byte @Nullable [] bytes) {
        if (bytes == null) {
            if (topic.compacted()) {
                return null;
            }
            throw ConfluentWireFormat.empty();
        }
        int id = ConfluentWireFormat.readHeader(bytes);
        return withPlainLists(decode(reader(id), bytes));
    }

    /**
     * Replaces Avro's list class by plain lists. Avro cannot compare its own lists when their records contain an optional time: "Unknown
     * datum type java.time.Instant".
     */
    private V withPlainLists(V record) {
        for (int field : listsOfRecords) {
            record.put(field, new ArrayList<>((List<?>) record.get(field)));
        }
        return record;
    }

    private V decode(DatumReader<V> reader, byte[] bytes) {
        var decoder = new BoundedAvroDecoder(bytes, ConfluentWireFormat.HEADER_BYTES, strings);
        try {
            V value = reader.read(null, decoder);
            if (decoder.left() > 0) {
                throw new IOException(decoder.left() + " bytes are left over");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException(
                    QuarantineReason.MALFORMED_AVRO, "not a " + expected.getName() + ": " + e, e);
        }
    }

    private DatumReader<V> reader(int id) {
        DatumReader<V> known = readers.get(id);
        return known != null ? known : readers.computeIfAbsent(id, this::newReader);
    }

    private DatumReader<V> newReader(int id) {
        Schema written = schema(id);
        if (!isExpected(written.getFullName())) {
            throw new UnreadableRecordException(
                    QuarantineReason.WRONG_TYPE,
                    "schema " + id + " is " + written.getFullName() + ", expected " + expected.getFullName());
        }
        return new SpecificDatumReader<>(written, expected, model);
    }

    /** Returns true for the present name of the record and for its names in earlier releases. */
    private boolean isExpected(String name) {
        return name.equals(expected.getFullName()) || expected.getAliases().contains(name);
    }

    private Schema schema(int id) {
        ParsedSchema parsed = parsedSchema(id);
        if (parsed instanceof AvroSchema avro) {
            return avro.rawSchema();
        }
        throw new UnreadableRecordException(
                QuarantineReason.WRONG_TYPE, "schema " + id + " is of type " + parsed.schemaType() + ", expected AVRO");
    }

    private ParsedSchema parsedSchema(int id) {
        try {
            return registry.getSchemaById(id);
        } catch (IOException e) {
            throw new RegistryUnavailableException("schema " + id, e);
        } catch (RestClientException e) {
            if (NOT_FOUND.contains(e.getErrorCode())) {
                throw new UnreadableRecordException(
                        QuarantineReason.UNKNOWN_SCHEMA, "the registry does not know schema " + id, e);
            }
            throw new RegistryUnavailableException("schema " + id, e);
        }
    }
}

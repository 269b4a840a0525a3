package org.vigie.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests that records of released versions, with other names of records and enums, are read without loss. */
class ReleasedRecordsTest {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

    static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(RELEASED)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void everyFieldThatAReleaseWroteIsRead(Path file) throws Exception {
        // given
        Schema old = new Schema.Parser().parse(Files.readString(file));
        Topic<? extends SpecificRecord> topic = topicOf(old);
        int id = registry.register(topic.name() + "-value", new AvroSchema(old));
        for (int seed = 0; seed < 100; seed++) {
            var written = (IndexedRecord) SampleRecords.record(old, seed);

            // when
            SpecificRecord read = new AvroSerdes(registry)
                    .of(topic)
                    .deserializer()
                    .deserialize(topic.name(), SampleRecords.framed(id, old, written));

            // then
            assertThat(fields(read, old)).isEqualTo(fields(written, old));
        }
    }

    @Test
    void aStatusIsReadUnderItsNewName() throws Exception {
        // given
        Schema old = new Schema.Parser().parse(Files.readString(RELEASED.resolve("0.1.0/Observation.avsc")));
        int id = registry.register("observations.raw-value", new AvroSchema(old));
        var observation = (GenericData.Record) SampleRecords.record(old, 1);
        Schema reading = old.getField("readings").schema().getElementType();
        var sent = (GenericData.Record) SampleRecords.record(reading, 1);
        sent.put("status", new GenericData.EnumSymbol(reading.getField("status").schema(), "CALIBRATION"));
        observation.put("readings", List.of(sent));

        // when
        Observation read = new AvroSerdes(registry)
                .of(TOPICS.observationsRaw())
                .deserializer()
                .deserialize("t", SampleRecords.framed(id, old, observation));

        // then
        assertThat(reading.getFullName()).isEqualTo("org.vigie.schemas.Reading");
        assertThat(read.getReadings())
                .singleElement()
                .satisfies(one -> assertThat(one.getStatus()).isEqualTo(MeasurementStatusRecord.CALIBRATION));
    }

    private static Topic<? extends SpecificRecord> topicOf(Schema old) {
        return TOPICS.all().stream()
                .filter(topic -> isNowCalled(SpecificData.get().getSchema(topic.value()), old))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a released record is gone: " + old.getFullName()));
    }

    private static boolean isNowCalled(Schema current, Schema old) {
        return current.getFullName().equals(old.getFullName())
                || current.getAliases().contains(old.getFullName());
    }

    /** Returns the fields of the old schema as text. */
    private static Map<String, String> fields(IndexedRecord record, Schema old) {
        Map<String, String> fields = new TreeMap<>();
        for (Schema.Field field : old.getFields()) {
            Object value = record.get(record.getSchema().getField(field.name()).pos());
            fields.put(field.name(), text(value, field.schema()));
        }
        return fields;
    }

    private static String text(@Nullable Object value, Schema old) {
        if (value == null) {
            return "null";
        }
        Schema type = old.isUnion() ? withoutNull(old) : old;
        if (value instanceof IndexedRecord record) {
            return fields(record, type).toString();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> text(item, type.getElementType()))
                    .toList()
                    .toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(key.toString(), text(item, type.getValueType())));
            return sorted.toString();
        }
        return value instanceof Instant instant ? Long.toString(instant.toEpochMilli()) : value.toString();
    }

    private static Schema withoutNull(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}

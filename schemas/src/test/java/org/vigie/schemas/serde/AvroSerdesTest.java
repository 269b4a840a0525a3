package org.vigie.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests that records are written and read, and that unreadable records and an unavailable registry are distinguished. */
class AvroSerdesTest {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);
    private static final Topic<Observation> RAW = TOPICS.observationsRaw();
    private static final Schema OBSERVATION = PublishedSchema.of(Observation.getClassSchema());

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final Serde<Observation> serde = new AvroSerdes(registry).of(RAW);

    static Stream<Topic<? extends SpecificRecord>> topics() {
        return TOPICS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V extends SpecificRecord> void everyRecordReadsAsItWasWritten(Topic<V> topic) throws Exception {
        // given
        Schema schema = PublishedSchema.of(SpecificData.get().getSchema(topic.value()));
        int id = registry.register(topic.name() + "-value", new AvroSchema(schema));
        Serde<V> records = new AvroSerdes(registry).of(topic);
        for (int seed = 0; seed < 50; seed++) {
            byte[] framed = SampleRecords.framed(id, schema, SampleRecords.record(schema, seed));

            // when
            V record = records.deserializer().deserialize(topic.name(), framed);
            byte[] written = records.serializer().serialize(topic.name(), record);

            // then
            assertThat(record).isInstanceOf(topic.value());
            assertThat(written).hasSameSizeAs(framed);
            assertThat(records.deserializer().deserialize(topic.name(), written))
                    .isEqualTo(record);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V extends SpecificRecord> void theRegisteredSchemaHasNoHintsToJava(Topic<V> topic) throws Exception {
        // given
        Schema generated = SpecificData.get().getSchema(topic.value());

        // when
        new AvroSerdes(registry).of(topic).serializer().serialize(topic.name(), filled(topic, generated));

        // then
        String registered =
                registry.getLatestSchemaMetadata(topic.name() + "-value").getSchema();
        assertThat(generated.toString()).contains("avro.java.string");
        assertThat(registered).doesNotContain("avro.java").contains(generated.getName());
    }

    private static <V extends SpecificRecord> V filled(Topic<V> topic, Schema generated) throws Exception {
        var others = new MockSchemaRegistryClient();
        Schema schema = PublishedSchema.of(generated);
        int id = others.register(topic.name() + "-value", new AvroSchema(schema));
        byte[] framed = SampleRecords.framed(id, schema, SampleRecords.record(schema, 1));
        return new AvroSerdes(others).of(topic).deserializer().deserialize(topic.name(), framed);
    }

    @Test
    void theRegistryIsQueriedOnce() {
        // given
        var asked = new AtomicInteger();
        Serde<Observation> counted = new AvroSerdes(new MockSchemaRegistryClient() {
                    @Override
                    public int register(String subject, ParsedSchema schema) {
                        return asked.incrementAndGet();
                    }

                    @Override
                    public ParsedSchema getSchemaById(int id) {
                        asked.addAndGet(100);
                        return new AvroSchema(OBSERVATION);
                    }
                })
                .of(RAW);

        // when
        byte[] bytes = SampleRecords.framed(1, OBSERVATION, SampleRecords.record(OBSERVATION, 1));
        for (int i = 0; i < 3; i++) {
            counted.serializer().serialize("t", counted.deserializer().deserialize("t", bytes));
        }

        // then
        assertThat(asked).hasValue(101);
    }

    @Test
    void anOlderWritersRecordIsReadWithDefaults() throws Exception {
        // given: a schema from before the fields that have defaults
        Schema older = withoutDefaults(PublishedSchema.of(CleanObservation.getClassSchema()));
        int id = registry.register("older", new AvroSchema(older));
        var record = (GenericRecord) SampleRecords.record(older, 1);

        // when
        CleanObservation read = new AvroSerdes(registry)
                .of(TOPICS.observationsClean())
                .deserializer()
                .deserialize("t", SampleRecords.framed(id, older, record));

        // then
        assertThat(older.getField("provisional")).isNull();
        assertThat(read.getProvisional()).isFalse();
        assertThat(read.getBed()).isEqualTo(record.get("bed").toString());
    }

    @Test
    void noValueIsADeletionInACompactedTopicOnly() {
        assertThat(new AvroSerdes(registry)
                        .of(TOPICS.alertsCurrent())
                        .deserializer()
                        .deserialize("t", null))
                .isNull();
        assertThat(reason(null)).isEqualTo(QuarantineReason.EMPTY);
        assertThat(reason(new byte[0])).isEqualTo(QuarantineReason.EMPTY);
        assertThat(serde.serializer().serialize("t", null)).isNull();
    }

    @Test
    void bytesWithoutTheFrameAreDistinguished() {
        assertThat(reason("MSH|^~\\&|".getBytes(StandardCharsets.UTF_8))).isEqualTo(QuarantineReason.NOT_FRAMED);
        assertThat(reason(new byte[] {0, 0, 0})).isEqualTo(QuarantineReason.NOT_FRAMED);
    }

    @Test
    void anUnknownSchemaIsDistinguished() {
        assertThat(reason(new byte[] {0, 0, 0, 3, 9, 1})).isEqualTo(QuarantineReason.UNKNOWN_SCHEMA);
    }

    @Test
    void anotherRecordIsDistinguished() throws Exception {
        // given
        Schema other =
                SchemaBuilder.record("Recipe").namespace("kitchen").fields().endRecord();
        int id = registry.register("kitchen", new AvroSchema(other));

        // then
        assertThat(reason(new byte[] {0, 0, 0, 0, (byte) id})).isEqualTo(QuarantineReason.WRONG_TYPE);
    }

    @Test
    void aRecordCutShortOrTooLongIsMalformed() throws Exception {
        // given
        byte[] whole = observation();

        // when, then
        assertThat(reason(Arrays.copyOf(whole, whole.length - 1))).isEqualTo(QuarantineReason.MALFORMED_AVRO);
        assertThat(reason(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(QuarantineReason.MALFORMED_AVRO);
    }

    /** Tests eleven bytes for which Avro's own decoder would allocate two gigabytes. */
    @Test
    void aLengthBeyondTheBytesIsRefused() throws Exception {
        // given
        byte[] announcesTwoGigabytes = Arrays.copyOf(observation(), 11);
        Arrays.fill(announcesTwoGigabytes, 5, 9, (byte) 0xfe);

        // when
        announcesTwoGigabytes[9] = 0x0f;

        // then
        assertThat(reason(announcesTwoGigabytes)).isEqualTo(QuarantineReason.MALFORMED_AVRO);
    }

    @Test
    void noDamageBreaksTheReader() throws Exception {
        // given
        byte[] whole = observation();
        var random = new Random(7);

        // when, then
        for (int i = 0; i < 10_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, 6 + random.nextInt(whole.length));
            for (int hits = 0; hits < 3; hits++) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
            }
            assertThatCode(() -> readOrCall(damaged)).doesNotThrowAnyException();
        }
    }

    @Test
    void aBrokenRegistryIsNotTheRecordsFault() {
        // given
        Serde<Observation> cutOff = new AvroSerdes(new MockSchemaRegistryClient() {
                    @Override
                    public ParsedSchema getSchemaById(int id) throws IOException {
                        throw new IOException("connection refused");
                    }
                })
                .of(RAW);

        // then
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> cutOff.deserializer().deserialize("t", new byte[] {0, 0, 0, 0, 1}))
                .isInstanceOf(RetriableException.class)
                .withMessage("REGISTRY_UNAVAILABLE: asked for schema 1: connection refused");
    }

    private void readOrCall(byte[] bytes) {
        try {
            serde.deserializer().deserialize("t", bytes);
        } catch (UnreadableRecordException expected) {
            assertThat(expected.reason()).isEqualTo(QuarantineReason.MALFORMED_AVRO);
        }
    }

    private QuarantineReason reason(byte[] bytes) {
        return catchThrowableOfType(
                        UnreadableRecordException.class,
                        () -> serde.deserializer().deserialize("t", bytes))
                .reason();
    }

    private byte[] observation() throws Exception {
        int id = registry.register(RAW.name() + "-value", new AvroSchema(OBSERVATION));
        return SampleRecords.framed(id, OBSERVATION, SampleRecords.record(OBSERVATION, 3));
    }

    private static Schema withoutDefaults(Schema schema) {
        return Schema.createRecord(
                schema.getName(),
                schema.getDoc(),
                schema.getNamespace(),
                false,
                schema.getFields().stream()
                        .filter(field -> !field.hasDefaultValue())
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
    }
}

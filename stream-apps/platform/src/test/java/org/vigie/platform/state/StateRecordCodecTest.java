package org.vigie.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Origin;

/** Tests that state is read by field name, whatever release wrote it. The record {@link Origin} stands for a state record. */
class StateRecordCodecTest {
    private static final Schema NEWEST = Origin.getClassSchema();
    private static final Schema OTHER_ORDER = new Schema.Parser().parse("""
                    {"type": "record", "name": "Origin", "namespace": "org.vigie.schemas", "fields": [
                      {"name": "gone", "type": "string"},
                      {"name": "offset", "type": "long"},
                      {"name": "index", "type": "int"},
                      {"name": "topic", "type": "string"},
                      {"name": "partition", "type": "int"}]}
                    """);

    private final ReleasedStateSchemas released =
            new ReleasedStateSchemas("vitals-streams", Map.of("a", OTHER_ORDER, "b", NEWEST));
    private final StateRecordCodec<Origin> codec = new StateRecordCodec<>(Origin.class, NEWEST, released);

    @Test
    void aRecordIsReadAsItWasWritten() {
        // given
        var state = new Origin("raw", 1, 5L, 2);

        // when
        byte[] bytes = codec.write(state);

        // then
        assertThat(codec.read("memory", "a", bytes)).isEqualTo(state);
        assertThat(StateRecordCodec.isEncoded(bytes)).isTrue();
    }

    @Test
    void theBytesAreThoseOfAvrosOwnEncoder() throws IOException {
        // given
        GenericRecord same = new GenericRecordBuilder(NEWEST)
                .set("topic", "raw")
                .set("partition", 1)
                .set("offset", 5L)
                .set("index", 2)
                .build();

        // when
        byte[] bytes = codec.write(new Origin("raw", 1, 5L, 2));

        // then
        assertThat(bytes).isEqualTo(encoded(same));
    }

    @Test
    void stateOfAnEarlierReleaseIsReadByFieldName() throws IOException {
        // given
        GenericRecord old = new GenericData.Record(OTHER_ORDER);
        old.put("gone", "what nobody reads any more");
        old.put("offset", 5L);
        old.put("index", 2);
        old.put("topic", "raw");
        old.put("partition", 1);
        byte[] bytes = encoded(old);

        // when
        Origin state = codec.read("memory", "a", bytes);

        // then
        assertThat(state).isEqualTo(new Origin("raw", 1, 5L, 2));
    }

    @Test
    void stateOfAnUnknownSchemaIsReportedWithItsPlaceAndTheNextStep() throws IOException {
        // given
        Schema unknown =
                SchemaBuilder.record("Later").fields().requiredLong("offset").endRecord();
        byte[] bytes =
                encoded(new GenericRecordBuilder(unknown).set("offset", 5L).build());

        // when
        var read = assertThatThrownBy(() -> codec.read("memory", "bed\u001fREA/1", bytes));

        // then
        read.isInstanceOf(UnreadableStateException.class)
                .hasMessage(
                        "MEMORY_UNREADABLE: vitals-streams, store memory, key bed|REA/1, schema %016x: this release does not"
                                + " know the schema; start the release that wrote the state, or a later one",
                        SchemaNormalization.parsingFingerprint64(unknown));
    }

    @Test
    void stateThatIsCutShortIsReportedWithItsPlaceAndTheNextStep() {
        // given
        byte[] whole = codec.write(new Origin("raw", 1, 5L, 2));

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            // when
            var read = assertThatThrownBy(() -> codec.read("memory", "a", cut));

            // then
            read.isInstanceOf(UnreadableStateException.class)
                    .hasMessageContaining("vitals-streams, store memory, key a, schema ")
                    .hasMessageContaining("tombstone");
        }
    }

    @Test
    void theNewestSchemaMustBeFrozenAndReadEveryOlderOne() {
        // given
        Schema withoutDefault = new Schema.Parser().parse("""
                        {"type": "record", "name": "Origin", "namespace": "org.vigie.schemas", "fields": [
                          {"name": "added", "type": "string"}]}
                        """);

        // when
        List<String> problems = released.problems(List.of(withoutDefault));

        // then
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("a: must not change after its release"))
                .anyMatch(problem -> problem.startsWith("Origin-") && problem.contains("must be in the folder state"))
                .anyMatch(problem -> problem.startsWith("b: must be readable by the newest Origin"));
    }

    @Test
    void theSchemasOfAnAppAreReadFromItsFolder() {
        // given
        ReleasedStateSchemas schemas = ReleasedStateSchemas.of("test", StateRecordCodecTest.class);

        // when
        List<String> problems = schemas.problems(List.of());

        // then
        assertThat(problems).isEmpty();
        assertThat(schemas.findByFingerprint(SchemaNormalization.parsingFingerprint64(OTHER_ORDER)))
                .isEqualTo(OTHER_ORDER);
    }

    private static byte[] encoded(GenericRecord state) throws IOException {
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), state.getSchema())
                .encode(state)
                .array();
    }
}

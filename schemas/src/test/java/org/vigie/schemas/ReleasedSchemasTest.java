package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that this version reads all records of released versions. {@link SchemaRelease} writes the files. */
class ReleasedSchemasTest {
    static Stream<Path> released() throws IOException {
        try (Stream<Path> files = Files.walk(SchemaRelease.RELEASED)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    /** A topic that is newer than the last release has no file yet. */
    @Test
    void theFirstReleaseIsThere() throws IOException {
        assertThat(released()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("released")
    void whatAReleaseWroteCanBeRead(Path file) throws IOException {
        // given
        AvroSchema written = new AvroSchema(Files.readString(file));

        // when, then
        assertThat(differences(current(written.name()), written)).isEmpty();
    }

    @Test
    void aFieldWithoutADefaultIsRefused() {
        // given: Origin as it is, and with one field more
        Schema origin = Origin.getClassSchema();
        Schema withOneMore = SchemaBuilder.record(origin.getName())
                .namespace(origin.getNamespace())
                .fields()
                .requiredString("topic")
                .requiredInt("partition")
                .requiredLong("offset")
                .requiredInt("index")
                .requiredString("rack")
                .endRecord();

        // then
        assertThat(differences(new AvroSchema(withOneMore), new AvroSchema(origin)))
                .anyMatch(difference -> difference.contains("READER_FIELD_MISSING_DEFAULT_VALUE"));
    }

    private static AvroSchema current(String name) {
        Schema schema = SchemaRelease.current().stream()
                .filter(one ->
                        one.getFullName().equals(name) || one.getAliases().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a released record is gone: " + name));
        return new AvroSchema(schema);
    }

    private static List<String> differences(AvroSchema reader, AvroSchema writer) {
        return reader.isBackwardCompatible(writer);
    }
}

package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.registry.SchemaLogEntry.CompatibilitySetting;
import org.vigie.registry.SchemaLogEntry.IgnoredEntry;
import org.vigie.registry.SchemaLogEntry.ModeSetting;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;
import org.vigie.registry.SchemaLogEntry.SubjectMode;
import org.vigie.registry.SchemaLogEntry.SubjectSoftDeleted;
import org.vigie.registry.SchemaLogEntry.VersionHardDeleted;

class SerializedLogEntryTest {
    static Stream<SchemaLogEntry> entries() {
        return Stream.of(
                new SchemaVersion("s-value", 2, 7, "\"string\"", false),
                new SchemaVersion("s-value", 2, 7, "\"string\"", true),
                new VersionHardDeleted("s-value", 2),
                new CompatibilitySetting(Optional.empty(), Optional.of(CompatibilityLevel.FULL)),
                new CompatibilitySetting(Optional.of("s-value"), Optional.empty()),
                new ModeSetting(Optional.of("s-value"), Optional.of(SubjectMode.READONLY)),
                new ModeSetting(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryReadsAsItWasWritten(SchemaLogEntry entry) throws Exception {
        assertThat(SerializedLogEntry.of(entry).parse()).isEqualTo(entry);
    }

    /** As in a {@code _schemas} topic of Confluent's registry; compaction compares keys byte by byte. */
    @Test
    void entriesLookLikeConfluents() {
        // given
        var version = new SchemaVersion("s-value", 2, 7, "\"string\"", false);

        // when, then
        assertThat(text(SerializedLogEntry.of(version).key()))
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"s-value\",\"version\":2,\"magic\":1}");
        assertThat(text(SerializedLogEntry.of(version).value()))
                .isEqualTo("{\"subject\":\"s-value\",\"version\":2,\"id\":7,"
                        + "\"schema\":\"\\\"string\\\"\",\"deleted\":false}");
        var level = new CompatibilitySetting(Optional.empty(), Optional.of(CompatibilityLevel.BACKWARD));
        assertThat(text(SerializedLogEntry.of(level).key()))
                .isEqualTo("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}");
        assertThat(text(SerializedLogEntry.of(level).value())).isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void whatOnlyConfluentsRegistryWritesIsUnderstood() throws Exception {
        assertThat(read(
                        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s-value\",\"magic\":0}",
                        "{\"subject\":\"s-value\",\"version\":3}"))
                .isEqualTo(new SubjectSoftDeleted("s-value", 3));
        assertThat(read("{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0}", "{\"mode\":\"IMPORT\"}"))
                .isEqualTo(new ModeSetting(Optional.empty(), Optional.of(SubjectMode.READONLY)));
        assertThat(new SerializedLogEntry("{\"keytype\":\"NOOP\",\"magic\":0}".getBytes(StandardCharsets.UTF_8), null)
                        .parse())
                .isEqualTo(new IgnoredEntry());
    }

    private static SchemaLogEntry read(String key, String value) throws Exception {
        return new SerializedLogEntry(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8))
                .parse();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.registry.Entry.Gone;
import org.vigie.registry.Entry.Level;
import org.vigie.registry.Entry.Mode;
import org.vigie.registry.Entry.Other;
import org.vigie.registry.Entry.SubjectHidden;
import org.vigie.registry.Entry.Version;
import org.vigie.registry.Entry.Write;

class EntryFormatTest {
    static Stream<Entry> entries() {
        return Stream.of(
                new Version("s-value", 2, 7, "\"string\"", false),
                new Version("s-value", 2, 7, "\"string\"", true),
                new Gone("s-value", 2),
                new Level(Optional.empty(), Optional.of(CompatibilityLevel.FULL)),
                new Level(Optional.of("s-value"), Optional.empty()),
                new Write(Optional.of("s-value"), Optional.of(Mode.READONLY)),
                new Write(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryReadsAsItWasWritten(Entry entry) throws Exception {
        assertThat(EntryFormat.read(EntryFormat.key(entry), EntryFormat.value(entry)))
                .isEqualTo(entry);
    }

    /** As in a {@code _schemas} topic of Confluent's registry; compaction compares keys byte by byte. */
    @Test
    void entriesLookLikeConfluents() {
        var version = new Version("s-value", 2, 7, "\"string\"", false);

        assertThat(text(EntryFormat.key(version)))
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"s-value\",\"version\":2,\"magic\":1}");
        assertThat(text(EntryFormat.value(version)))
                .isEqualTo("{\"subject\":\"s-value\",\"version\":2,\"id\":7,"
                        + "\"schema\":\"\\\"string\\\"\",\"deleted\":false}");
        var level = new Level(Optional.empty(), Optional.of(CompatibilityLevel.BACKWARD));
        assertThat(text(EntryFormat.key(level))).isEqualTo("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}");
        assertThat(text(EntryFormat.value(level))).isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
    }

    @Test
    void whatOnlyConfluentsRegistryWritesIsUnderstood() throws Exception {
        assertThat(read(
                        "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s-value\",\"magic\":0}",
                        "{\"subject\":\"s-value\",\"version\":3}"))
                .isEqualTo(new SubjectHidden("s-value", 3));
        assertThat(read("{\"keytype\":\"MODE\",\"subject\":null,\"magic\":0}", "{\"mode\":\"IMPORT\"}"))
                .isEqualTo(new Write(Optional.empty(), Optional.of(Mode.READONLY)));
        assertThat(EntryFormat.read("{\"keytype\":\"NOOP\",\"magic\":0}".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(new Other());
    }

    private static Entry read(String key, String value) throws Exception {
        return EntryFormat.read(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

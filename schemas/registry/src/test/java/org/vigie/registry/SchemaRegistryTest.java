package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.registry.SchemaLogEntry.SchemaVersion;
import org.vigie.registry.SchemaLogEntry.SubjectSoftDeleted;

class SchemaRegistryTest {
    private static final AvroSchema TEXT = new AvroSchema("\"string\"");
    private static final AvroSchema NUMBER = new AvroSchema("\"long\"");

    private final List<SchemaLogEntry> log = new ArrayList<>();

    @Test
    void theLogAloneRebuildsIt() {
        // given
        var before = new SchemaRegistry(new SchemaSubjects(), log::add);
        before.register("a", TEXT);
        before.register("b", NUMBER);
        before.delete("a", false);

        // when
        SchemaRegistry after = new SchemaRegistry(replayed(), log::add);

        // then
        assertThat(after.names(false)).containsExactly("b");
        assertThat(after.names(true)).containsExactly("a", "b");
        assertThat(after.register("c", TEXT).id()).isEqualTo(1);
        assertThat(after.register("c", TEXT).id()).isEqualTo(1);
        assertThat(after.register("d", new AvroSchema("\"bytes\"")).id()).isEqualTo(3);
    }

    @Test
    void whatTheLogCouldNotKeepDoesNotCount() {
        // given
        var registry = new SchemaRegistry(new SchemaSubjects(), entry -> {
            throw RegistryException.storeFailed(new IllegalStateException("the broker is gone"));
        });

        // then
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> registry.register("a", TEXT))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(500))
                .withMessageContaining("the broker is gone");
        assertThat(registry.names(true)).isEmpty();
    }

    @Test
    void aSubjectHiddenByConfluentsRegistryIsHidden() {
        // given
        log.add(new SchemaVersion("a", 1, 1, TEXT.canonicalString(), false));
        log.add(new SubjectSoftDeleted("a", 1));

        // then
        assertThat(replayed().activeVersions("a")).isEmpty();
        assertThat(replayed().allVersions("a")).hasSize(1);
    }

    private SchemaSubjects replayed() {
        var subjects = new SchemaSubjects();
        log.forEach(subjects::apply);
        return subjects;
    }
}

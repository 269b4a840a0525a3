package org.vigie.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.registry.Entry.SubjectHidden;
import org.vigie.registry.Entry.Version;

class RegistryTest {
    private static final AvroSchema TEXT = new AvroSchema("\"string\"");
    private static final AvroSchema NUMBER = new AvroSchema("\"long\"");

    private final List<Entry> log = new ArrayList<>();

    @Test
    void theLogAloneRebuildsIt() {
        // given
        var before = new Registry(new Subjects(), log::add);
        before.register("a", TEXT);
        before.register("b", NUMBER);
        before.delete("a", false);

        // when
        Registry after = new Registry(replayed(), log::add);

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
        var registry = new Registry(new Subjects(), entry -> {
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
        log.add(new Version("a", 1, 1, TEXT.canonicalString(), false));
        log.add(new SubjectHidden("a", 1));

        // then
        assertThat(replayed().living("a")).isEmpty();
        assertThat(replayed().all("a")).hasSize(1);
    }

    private Subjects replayed() {
        var subjects = new Subjects();
        log.forEach(subjects::apply);
        return subjects;
    }
}

package org.vigie.replay.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedNamespaceTest {
    @ParameterizedTest
    @CsvSource({"ward, ward", "study-7, replay", "study, ward", "case-study-7, ward"})
    void onlyAStudyIsAReplay(String name, String kind) {
        // given
        var listed = new ListedNamespace(name, Set.of("vigie." + name + ".alerts.ledger"), 12_345);

        // when, then
        assertThat(listed.kind()).isEqualTo(kind);
        assertThat(listed).asString().startsWith(name).contains(kind, "1 topics", "12,345 records");
    }
}

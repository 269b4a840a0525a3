package org.vigie.testing.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.testing.state.ReleasedStateFiles.ReleasedStatePart;

class ReleasedStateFilesTest {
    private final ReleasedStateFiles files = new ReleasedStateFiles(ReleasedStateFilesTest.class, "");

    @Test
    void aLineIsAKeyAndItsBytes() {
        // when
        List<ReleasedStatePart> parts = files.parts("two-parts.tsv");

        // then
        assertThat(parts).extracting(ReleasedStatePart::key).containsExactly("bed|REA", "last");
        assertThat(parts.get(0).value()).containsExactly(0x00, 0xff);
        assertThat(parts.get(1).value()).isEmpty();
        assertThat(parts.get(0).withSeparator('|', '\u001f').key()).isEqualTo("bed\u001fREA");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> files.lines("none.tsv")).hasMessage("none.tsv");
    }
}

package org.vigie.replay.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportPseudonymsTest {
    @Test
    void aStayHasOnePseudonymInAnExportAndAnotherInTheNext() {
        // given
        ExportPseudonyms one = ExportPseudonyms.random();
        ExportPseudonyms other = ExportPseudonyms.random();
        // then
        assertThat(one.stay("stay-1"))
                .isEqualTo(one.stay("stay-1"))
                .isNotEqualTo(one.stay("stay-2"))
                .isNotEqualTo(other.stay("stay-1"))
                .matches("[0-9a-f]{16}");
        assertThat(one.subject("stay-1")).isPositive().isEqualTo(one.subject("stay-1"));
    }

    @Test
    void aBedKeepsItsUnitAndLosesItsNumber() {
        assertThat(ExportPseudonyms.random().bed("REA/03")).matches("REA/[0-9a-f]{16}");
    }

    @Test
    void theNamesOfTheWardStayWhenTheyAreAskedFor() {
        // given
        ExportPseudonyms none = ExportPseudonyms.none();
        // then
        assertThat(none.stay("stay-1")).isEqualTo("stay-1");
        assertThat(none.bed("REA/03")).isEqualTo("REA/03");
    }
}

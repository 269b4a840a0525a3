package org.vigie.training.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CohortFormatTest {
    @ParameterizedTest
    @EnumSource(CohortFormat.class)
    void eachFormatIsNamedInLowerCaseWithHyphens(CohortFormat format) {
        assertThat(format.word()).matches("[a-z0-9-]+");
        assertThat(CohortFormat.parse(format.word())).isEqualTo(format);
    }

    @Test
    void theDemoOfMimicHasTwoHyphens() {
        assertThat(CohortFormat.parse("mimic-iv-demo")).isEqualTo(CohortFormat.MIMIC_IV_DEMO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mimic", "PHYSIONET2012", "physionet2012 ", ""})
    void anotherWordIsRefusedWithTheFormats(String word) {
        assertThatThrownBy(() -> CohortFormat.parse(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--format: must be one of physionet2012, physionet2019, mimic-iv-demo, extracted, was '"
                        + word + "'");
    }
}

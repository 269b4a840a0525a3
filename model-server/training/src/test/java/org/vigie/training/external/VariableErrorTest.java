package org.vigie.training.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VariableErrorTest {
    private static final boolean[] DIED = {true, false, true, false};
    private static final boolean[] MEASURED = {true, true, false, false};

    @Test
    void aVariableWhoseRemovalRanksBetterMisleadsTheModel() {
        // given
        float[] with = {0.2F, 0.8F, 0.6F, 0.4F};
        float[] without = {0.6F, 0.4F, 0.6F, 0.4F};

        // when
        VariableError error = VariableError.of("lactate", with, without, MEASURED, DIED);

        // then
        assertThat(error.measured()).isEqualTo(2);
        assertThat(error.brier()).isCloseTo(0.64, within(1e-6));
        assertThat(error.brierElsewhere()).isCloseTo(0.16, within(1e-6));
        assertThat(error.brierChangeWithout()).isCloseTo(-0.24, within(1e-6));
        assertThat(error.aurocChangeWithout()).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void withoutAStayThatLacksTheVariableThereIsNoErrorElsewhere() {
        // when
        VariableError error = VariableError.of(
                "heart_rate",
                new float[] {0.5F, 0.5F},
                new float[] {0.5F, 0.5F},
                new boolean[] {true, true},
                new boolean[] {true, false});

        // then
        assertThat(error.brierElsewhere()).isNaN();
        assertThat(error.brierChangeWithout()).isZero();
    }
}

package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests which entries are probably mistaken. */
class EntryMistakeOddsTest {
    private static final double[] NOTHING = {};

    @Test
    void aSecondValueThatIsTenTimesTheFirstIsMistakenWhenTheFirstIsUsual() {
        assertThat(isMistaken("sodium", 14, 141)).isTrue();
        assertThat(isMistaken("creatinine", 9, 0.9)).isTrue();
        assertThat(isMistaken("creatinine", 0.9, 9)).isFalse();
    }

    @Test
    void aFirstValueIsMistakenOnlyFarBeyondItsLimits() {
        assertThat(odds("hr").isMistaken(8, NOTHING, NOTHING)).isTrue();
        assertThat(odds("hr").isMistaken(38, NOTHING, NOTHING)).isFalse();
        assertThat(odds("lactate").isMistaken(12, NOTHING, NOTHING)).isFalse();
    }

    @Test
    void aNumberInAnotherUnitIsMistakenBesideSteadyValues() {
        assertThat(isMistaken("glucose", 6.4, 110, 118, 115, 121)).isTrue();
        assertThat(isMistaken("abp_sys", 16, 118, 121, 117, 125)).isTrue();
    }

    @Test
    void aLargeChangeThatNoMistakeExplainsIsNone() {
        assertThat(isMistaken("lactate", 4.8, 1.2, 1.3, 1.2, 1.4)).isFalse();
        assertThat(isMistaken("abp_sys", 62, 118, 121, 117, 125)).isFalse();
    }

    @Test
    void aSlipBesideValuesThatVaryByTenIsNotTold() {
        assertThat(isMistaken("urine", 300, 30, 240, 20, 400, 35)).isFalse();
    }

    @Test
    void aScoreHasNoDecimalPoint() {
        assertThat(isMistaken("gcs_total", 3, 15, 15, 15)).isFalse();
    }

    private static boolean isMistaken(String variable, double value, double... earlier) {
        double[] nearest = Arrays.copyOf(earlier, Math.min(3, earlier.length));
        return odds(variable).isMistaken(value, nearest, earlier);
    }

    private static EntryMistakeOdds odds(String variable) {
        return new EntryMistakeOdds(VariableCatalogue.standard().get(variable));
    }
}

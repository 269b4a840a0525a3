package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.training.external.CentreCalibration;
import org.vigie.training.external.ExternalEvaluation;
import org.vigie.training.external.ExternalEvaluation.CardResult;
import org.vigie.training.external.VariableError;

class ExternalSectionTest {
    private static final CentreCalibration DRIFTED =
            new CentreCalibration("MICU", 100, 20, 10, 2, 3.3, 0.8, 0.09, 0.81);
    private static final CentreCalibration ALL_ALIVE =
            new CentreCalibration("CCU", 8, 0, 0.4, 0, -0.6, Double.NaN, Double.NaN, Double.NaN);
    private static final VariableError LACTATE = new VariableError("lactate", 60, 0.11, 0.07, -0.0021, 0.0012);

    @Test
    void aSetThatWasNotExtractedHasNoSection() {
        assertThat(new ExternalSection(ExternalEvaluation.NONE).isShown()).isFalse();
        assertThat(section().isShown()).isTrue();
    }

    @Test
    void aUnitThatDriftedIsTold() {
        assertThat(section().centres().rows().get(0))
                .containsExactly("MICU", "100", "20", "10.0", "2.000", "yes", "0.800", "0.090", "0.810");
    }

    @Test
    void aUnitInWhichNobodyDiedHasNoRankingInsteadOfANumber() {
        assertThat(section().centres().rows().get(1))
                .containsExactly("CCU", "8", "0", "0.400", "0.000", "no", "none", "none", "none");
    }

    @Test
    void whatTheErrorDoesWithoutAVariableKeepsItsSign() {
        assertThat(section().variables().rows())
                .containsExactly(List.of("lactate", "60", "0.110", "0.070", "-0.0021", "+0.0012"));
    }

    @Test
    void theCalibrationStandsBesideTheCardOfTheModel() {
        assertThat(section().calibration()).startsWith("On the card (set-c): AUROC 0.853, ECE 0.012.");
    }

    private static ExternalSection section() {
        CardResult card = new CardResult("set-c", 0.853, 0.012);
        return new ExternalSection(new ExternalEvaluation(24, card, List.of(DRIFTED, ALL_ALIVE), List.of(LACTATE)));
    }
}

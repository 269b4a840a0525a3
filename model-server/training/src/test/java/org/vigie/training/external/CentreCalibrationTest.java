package org.vigie.training.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.evaluate.PredictedStays;
import org.vigie.training.feature.LabelledStay;

class CentreCalibrationTest {
    @Test
    void risksThatAddUpToTheDeathsHaveNotDrifted() {
        // when
        CentreCalibration unit = CentreCalibration.of("A", stays(100, 10, 0.1F));

        // then
        assertThat(unit.expected()).isCloseTo(10, within(1e-4));
        assertThat(unit.ratio()).isCloseTo(1, within(1e-4));
        assertThat(unit.drifted()).isFalse();
    }

    @Test
    void twiceTheDeathsThatTheRisksExpectAreADriftBeyondChance() {
        // when
        CentreCalibration unit = CentreCalibration.of("A", stays(100, 20, 0.1F));

        // then: ten deaths more, standard deviation 3
        assertThat(unit.z()).isCloseTo(10 / 3.0, within(1e-3));
        assertThat(unit.drifted()).isTrue();
    }

    @Test
    void aUnitInWhichNobodyDiedHasARatioAndNoRanking() {
        // when
        CentreCalibration unit = CentreCalibration.of("A", stays(10, 0, 0.05F));

        // then
        assertThat(unit.ratio()).isZero();
        assertThat(unit.auroc()).isNaN();
        assertThat(unit.slope()).isNaN();
    }

    @Test
    void risksThatAreTooExtremeHaveASlopeBelowOne() {
        // given: of those with a risk of .01 a tenth dies, of those with .99 a tenth survives
        List<LabelledStay> examples = IntStream.range(0, 200)
                .mapToObj(i -> stay(i, (i % 10 == 0) == (i < 100)))
                .toList();
        float[] risks = new float[200];
        IntStream.range(0, 200).forEach(i -> risks[i] = i < 100 ? 0.01F : 0.99F);

        // when
        CentreCalibration unit = CentreCalibration.of("A", new PredictedStays(examples, risks));

        // then
        assertThat(unit.slope()).isBetween(0.4, 0.6);
        assertThat(unit.auroc()).isCloseTo(0.9, within(1e-6));
    }

    private static PredictedStays stays(int number, int deaths, float risk) {
        List<LabelledStay> examples =
                IntStream.range(0, number).mapToObj(i -> stay(i, i < deaths)).toList();
        float[] risks = new float[number];
        IntStream.range(0, number).forEach(i -> risks[i] = risk);
        return new PredictedStays(examples, risks);
    }

    private static LabelledStay stay(int id, boolean died) {
        return new LabelledStay(id, new HourlyGrid(), StaticFeatures.UNKNOWN, died);
    }
}

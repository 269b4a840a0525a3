package org.vigie.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.CalibratedEnsemble.CalibratedRisk;

class CalibratedEnsembleTest {
    private static final CalibratedEnsemble ENSEMBLE = new CalibratedEnsemble(
            List.of(
                    new EnsemblePart("lstm", EnsemblePartKind.NET, "saved_model.pb", 0, 0.25),
                    new EnsemblePart("trees", EnsemblePartKind.TREES, "trees.ubj", 0, 0.75)),
            List.of(new CalibrationPoint(6, 1, 0, 0, 0.5), new CalibrationPoint(12, 2, 0, 1, 0.3)),
            0.3,
            new EvidenceFloor(1, 1));

    /** By hand: the mean is 0, the deviations sqrt(.25 x 9 + .75 x 1) = sqrt 3. */
    @Test
    void thePartsAreWeighedThenCalibrated() {
        // when
        CalibratedRisk risk = ENSEMBLE.calibratedRisk(6, -3, 1);

        // then
        assertThat(risk.probability()).isEqualTo(0.5, within(1e-12));
        assertThat(risk.high()).isEqualTo(sigmoid(Math.sqrt(3) + 0.5), within(1e-12));
        assertThat(risk.low()).isEqualTo(1 - risk.high(), within(1e-12));
    }

    @Test
    void betweenTwoHoursTheCalibrationIsInterpolated() {
        assertThat(ENSEMBLE.calibratedRisk(9, 2, 2).probability()).isEqualTo(sigmoid(1.5 * 2 + 0.5), within(1e-12));
        assertThat(ENSEMBLE.calibratedRisk(9, 2, 2).high()).isEqualTo(sigmoid(1.5 * 2 + 0.5 + 0.4), within(1e-12));
    }

    @Test
    void outsideTheHoursTheNearestHolds() {
        assertThat(ENSEMBLE.calibratedRisk(1, 2, 2)).isEqualTo(ENSEMBLE.calibratedRisk(6, 2, 2));
        assertThat(ENSEMBLE.calibratedRisk(48, 2, 2)).isEqualTo(ENSEMBLE.calibratedRisk(12, 2, 2));
    }

    /** By hand: at a mean of 0 the bend adds log 2, and half of it to the steepness. */
    @Test
    void highRisksMayBeSteeper() {
        // given
        CalibratedEnsemble bent = new CalibratedEnsemble(
                ENSEMBLE.parts(), List.of(new CalibrationPoint(6, 1, 0.5, 0, 0)), 0.3, ENSEMBLE.floor());

        CalibratedRisk risk = bent.calibratedRisk(6, -3, 1);

        double z = 0.5 * Math.log(2);

        // when, then
        assertThat(risk.probability()).isEqualTo(sigmoid(z), within(1e-12));
        assertThat(risk.high()).isEqualTo(sigmoid(z + 1.25 * Math.sqrt(3)), within(1e-12));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}

package org.vigie.inference.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.Ensemble.Calibration;
import org.vigie.inference.bundle.Ensemble.EvidenceFloor;
import org.vigie.inference.bundle.Ensemble.Judged;
import org.vigie.inference.bundle.Ensemble.Kind;
import org.vigie.inference.bundle.Ensemble.Part;

class EnsembleTest {
    private static final Ensemble ENSEMBLE = new Ensemble(
            List.of(
                    new Part("lstm", Kind.NET, "saved_model.pb", 0, 0.25),
                    new Part("trees", Kind.TREES, "trees.ubj", 0, 0.75)),
            List.of(new Calibration(6, 1, 0, 0, 0.5), new Calibration(12, 2, 0, 1, 0.3)),
            0.3,
            new EvidenceFloor(1, 1));

    /** By hand: the mean is 0, the deviations sqrt(.25 x 9 + .75 x 1) = sqrt 3. */
    @Test
    void thePartsAreWeighedThenCalibrated() {
        Judged judged = ENSEMBLE.judge(6, -3, 1);

        assertThat(judged.probability()).isEqualTo(0.5, within(1e-12));
        assertThat(judged.high()).isEqualTo(sigmoid(Math.sqrt(3) + 0.5), within(1e-12));
        assertThat(judged.low()).isEqualTo(1 - judged.high(), within(1e-12));
    }

    @Test
    void betweenTwoHoursTheCalibrationIsInterpolated() {
        assertThat(ENSEMBLE.judge(9, 2, 2).probability()).isEqualTo(sigmoid(1.5 * 2 + 0.5), within(1e-12));
        assertThat(ENSEMBLE.judge(9, 2, 2).high()).isEqualTo(sigmoid(1.5 * 2 + 0.5 + 0.4), within(1e-12));
    }

    @Test
    void outsideTheHoursTheNearestHolds() {
        assertThat(ENSEMBLE.judge(1, 2, 2)).isEqualTo(ENSEMBLE.judge(6, 2, 2));
        assertThat(ENSEMBLE.judge(48, 2, 2)).isEqualTo(ENSEMBLE.judge(12, 2, 2));
    }

    /** By hand: at a mean of 0 the bend adds log 2, and half of it to the steepness. */
    @Test
    void highRisksMayBeSteeper() {
        Ensemble bent =
                new Ensemble(ENSEMBLE.parts(), List.of(new Calibration(6, 1, 0.5, 0, 0)), 0.3, ENSEMBLE.floor());

        Judged judged = bent.judge(6, -3, 1);

        double z = 0.5 * Math.log(2);
        assertThat(judged.probability()).isEqualTo(sigmoid(z), within(1e-12));
        assertThat(judged.high()).isEqualTo(sigmoid(z + 1.25 * Math.sqrt(3)), within(1e-12));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}

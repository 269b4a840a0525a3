package org.vigie.training.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EnsemblePartKind;
import org.vigie.inference.bundle.EvidenceFloor;

class EnsembleCalibratorTest {
    private static final int STAYS = 4000;
    private static final List<EnsemblePart> PARTS = List.of(
            new EnsemblePart("a", EnsemblePartKind.NET, "f", 0, 0.5),
            new EnsemblePart("b", EnsemblePartKind.TREES, "g", 0, 0.5));

    private final float[] truth = new float[STAYS];
    private final boolean[] died = new boolean[STAYS];

    /** The parts predict twice the true log odds plus one. */
    @Test
    void whatIsTooSureIsMadeLessSoForEachNumberOfHours() {
        // given
        draw();

        CalibratedEnsemble ensemble = fit(2, 1);

        // when, then
        for (float log : new float[] {-4, -3, -2, -1, 0}) {
            double predicted = 2 * log + 1;
            double true48 = 1 / (1 + Math.exp(-log));
            assertThat(ensemble.calibratedRisk(6, predicted, predicted).probability())
                    .isEqualTo(true48, within(0.04));
            assertThat(ensemble.calibratedRisk(48, log, log).probability()).isEqualTo(true48, within(0.04));
        }
    }

    @Test
    void theIntervalHoldsTheShareOfDeathsOfGroupsOfLikeRisk() {
        // given
        draw();

        // when
        CalibratedEnsemble ensemble = fit(1, 0);

        // then
        assertThat(ensemble.calibration().get(1).width()).isBetween(0.05, 1.0);
        assertThat(ensemble.calibratedRisk(48, -2, -2).low())
                .isLessThan(ensemble.calibratedRisk(48, -2, -2).probability());
    }

    /** As in the stays of an hour at which many have almost no risk: groups without deaths must not widen every interval. */
    @Test
    void staysWithAlmostNoRiskDoNotWidenTheInterval() {
        // when
        draw(-9);

        // then
        assertThat(fit(1, 0).calibration().get(1).width()).isBetween(0.05, 1.0);
    }

    @Test
    void theThresholdCallsAboutAsManyAsDie() {
        // given
        draw();

        CalibratedEnsemble ensemble = fit(1, 0);

        // when
        float[] probabilities =
                EnsembleCalibrator.probabilities(ensemble, testimony(1, 0)).get(48);
        int called = 0;
        int deaths = 0;
        for (int i = 0; i < STAYS; i++) {
            called += probabilities[i] >= ensemble.threshold() ? 1 : 0;
            deaths += died[i] ? 1 : 0;
        }

        // then
        assertThat((double) called / deaths).isEqualTo(1, within(0.15));
    }

    /** Each half dies at another rate than the parts predict; a half that calibrated itself would show no error. */
    @Test
    void noStayHasAPartInTheCalibrationThatItIsEvaluatedWith() {
        // given
        draw();
        int[] folds = new int[STAYS];
        for (int i = 0; i < STAYS; i++) {
            folds[i] = i % 2;
            died[i] = folds[i] == 0 ? i % 4 == 0 : i % 100 == 1;
        }
        EnsembleCalibrator calibrator = new EnsembleCalibrator(PARTS, new EvidenceFloor(1, 1));

        // when
        float[] probabilities = calibrator.crossFitted(testimony(1, 0), folds).get(48);

        // then: half of fold 0 dies and one in fifty of fold 1; each is given the risk of the other
        assertThat(mean(probabilities, folds, 0)).isLessThan(.05);
        assertThat(mean(probabilities, folds, 1)).isBetween(.4, .6);
    }

    private static double mean(float[] probabilities, int[] folds, int fold) {
        return IntStream.range(0, STAYS)
                .filter(stay -> folds[stay] == fold)
                .mapToDouble(stay -> probabilities[stay])
                .average()
                .orElseThrow();
    }

    private CalibratedEnsemble fit(float slope, float intercept) {
        return new EnsembleCalibrator(PARTS, new EvidenceFloor(1, 1)).fit(testimony(slope, intercept));
    }

    private EnsemblePredictions testimony(float slope, float intercept) {
        NavigableMap<Integer, float[][]> logits = new TreeMap<>(Map.of(6, parts(slope, intercept), 48, parts(1, 0)));
        NavigableMap<Integer, int[]> seen = new TreeMap<>();
        logits.keySet().forEach(hours -> seen.put(hours, hours(hours)));
        return new EnsemblePredictions(logits, seen, died);
    }

    private static int[] hours(int hours) {
        int[] all = new int[STAYS];
        Arrays.fill(all, hours);
        return all;
    }

    private float[][] parts(float slope, float intercept) {
        float[] predicted = new float[STAYS];
        for (int i = 0; i < STAYS; i++) {
            predicted[i] = slope * truth[i] + intercept;
        }
        return new float[][] {predicted, predicted};
    }

    private void draw() {
        draw(-5);
    }

    private void draw(double lowest) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < STAYS; i++) {
            truth[i] = (float) random.nextDouble(lowest, 1);
            died[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth[i]));
        }
    }
}

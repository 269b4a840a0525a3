package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BinaryMetricsTest {
    private static final double EXACT = 1e-9;

    /** The example of scikit-learn's documentation: roc_auc 0.75, average_precision 0.8333. */
    @Test
    void knownNumbersComeOut() {
        // when
        BinaryMetrics metrics =
                BinaryMetrics.of(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, new boolean[] {false, false, true, true});

        // then
        assertThat(metrics.auroc()).isEqualTo(0.75, within(EXACT));
        assertThat(metrics.auprc()).isEqualTo(5.0 / 6, within(EXACT));
        assertThat(metrics.brier()).isEqualTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-7));
        assertThat(metrics.stays()).isEqualTo(4);
        assertThat(metrics.deaths()).isEqualTo(2);
    }

    @Test
    void tiedPredictionsCountHalf() {
        // when
        BinaryMetrics metrics =
                BinaryMetrics.of(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, new boolean[] {true, false, false, false});

        // then
        assertThat(metrics.auroc()).isEqualTo(0.5, within(EXACT));
        assertThat(metrics.auprc()).isEqualTo(0.25, within(EXACT));
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        // given
        SplittableRandom random = new SplittableRandom(1);
        float[] probabilities = new float[200];
        boolean[] died = new boolean[200];

        // when
        for (int i = 0; i < 200; i++) {
            died[i] = random.nextInt(4) == 0;
            probabilities[i] = random.nextInt(50) / 50f + (died[i] ? 0.1f : 0);
        }

        // then
        assertThat(BinaryMetrics.of(probabilities, died).auroc()).isEqualTo(pairs(probabilities, died), within(EXACT));
    }

    @Test
    void aProbabilityThatIsTrueOnAverageHasNoCalibrationError() {
        // given
        float[] probabilities = new float[100];
        boolean[] died = new boolean[100];

        // when
        for (int i = 0; i < 100; i++) {
            probabilities[i] = 0.2f;
            died[i] = i % 5 == 0;
        }

        // then
        assertThat(BinaryMetrics.of(probabilities, died).ece()).isEqualTo(0, within(1e-6));

        // when
        Arrays.fill(probabilities, 0.5f);

        // then
        assertThat(BinaryMetrics.of(probabilities, died).ece()).isEqualTo(0.3, within(1e-6));
    }

    @Test
    void withoutADeathNothingIsRanked() {
        assertThatThrownBy(() -> BinaryMetrics.of(new float[] {0.5f}, new boolean[] {false}))
                .hasMessage("0 deaths among 1 stays: nothing to rank");
    }

    private static double pairs(float[] probabilities, boolean[] died) {
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < died.length; i++) {
            for (int j = 0; j < died.length; j++) {
                if (died[i] && !died[j]) {
                    pairs++;
                    right += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}

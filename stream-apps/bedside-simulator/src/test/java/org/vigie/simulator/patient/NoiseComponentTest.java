package org.vigie.simulator.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Tests the noise and the correlations of simulated patients. */
class NoiseComponentTest {
    private static final int SAMPLES = 40_000;

    @Test
    void theVarianceIsOneAtEveryPhase() {
        // given
        NoiseComponent noise = noise(0);

        // when, then
        assertThat(meanProduct(noise, 0, 0, 0)).isCloseTo(1, within(0.05));
    }

    @Test
    void theAutocorrelationIsTheOneOfTheFormula() {
        // given
        NoiseComponent noise = noise(0);

        // when, then
        for (double periods : new double[] {0.25, 0.5, 1, 1.5}) {
            assertThat(meanProduct(noise, 0, 0, periods * 60))
                    .as("%s periods", periods)
                    .isCloseTo(NoiseComponent.autocorrelation(periods), within(0.05));
        }
    }

    @Test
    void twoSignsHaveTheCorrelationOfTheTable() {
        assertThat(meanProduct(noise(0.6), 0, 1, 0)).isCloseTo(0.6, within(0.05));
    }

    @Test
    void correlationsThatCannotHoldTogetherAreShrunk() {
        // given
        double[][] impossible = {{1, 0.9, 0.9}, {0.9, 1, -0.9}, {0.9, -0.9, 1}};

        // when
        double[] numbers = new CorrelationFactor(impossible).apply(new double[] {1, 1, 1});

        // then
        assertThat(numbers).hasSize(3).doesNotContain(Double.NaN);
    }

    private static NoiseComponent noise(double correlation) {
        int size = VariabilityTable.SIGNS.size();
        double[][] matrix = new double[size][size];
        for (int sign = 0; sign < size; sign++) {
            matrix[sign][sign] = 1;
        }
        matrix[0][1] = correlation;
        matrix[1][0] = correlation;
        return new NoiseComponent(new RandomSeed(5), 60, new CorrelationFactor(matrix));
    }

    private static double meanProduct(NoiseComponent noise, int one, int other, double lag) {
        double sum = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            double at = sample * 37.3;
            sum += noise.at(at)[one] * noise.at(at + lag)[other];
        }
        return sum / SAMPLES;
    }
}

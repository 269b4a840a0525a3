package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
    @Test
    void theTrueSlopeAndInterceptAreFound() {
        // given
        SplittableRandom random = new SplittableRandom(5);
        float[] logits = new float[20_000];
        boolean[] died = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextDouble(-3, 3);
            died[i] = random.nextDouble() < new PlattScaling(0.5, -1).probability(logits[i]);
        }

        // when
        PlattScaling platt = PlattScaling.fit(logits, died);

        // then
        assertThat(platt.slope()).isEqualTo(0.5, within(0.05));
        assertThat(platt.intercept()).isEqualTo(-1, within(0.05));
    }

    @Test
    void aSetThatIsPerfectlySeparatedStaysFinite() {
        // when
        PlattScaling platt = PlattScaling.fit(new float[] {-2, -1, 1, 2}, new boolean[] {false, false, true, true});

        // then
        assertThat(platt.slope()).isFinite().isPositive();
        assertThat(platt.probability(2)).isBetween(0.5, 1.0);
    }

    @Test
    void extremeRisksThatAreOftenWrongConvergeFromASlopeOfOne() {
        // given: risks of nearly zero and nearly one, of which one in four is wrong
        double[] logits = new double[4_000];
        boolean[] died = new boolean[logits.length];
        for (int i = 0; i < logits.length; i++) {
            boolean high = i % 2 == 0;
            logits[i] = (high ? 1 : -1) * (10 + i % 5);
            died[i] = high == (i % 8 > 1);
        }

        // when
        PlattScaling fromOne = PlattScaling.fit(logits, died, PlattScaling.IDENTITY, 0.01);
        PlattScaling fromZero = PlattScaling.fit(logits, died, new PlattScaling(0, 0), 0.01);

        // then
        assertThat(fromOne.probability(12)).isEqualTo(0.75, within(0.01));
        assertThat(fromOne.probability(-12)).isEqualTo(0.25, within(0.01));
        assertThat(fromOne.slope()).isEqualTo(fromZero.slope(), within(1e-4));
    }
}

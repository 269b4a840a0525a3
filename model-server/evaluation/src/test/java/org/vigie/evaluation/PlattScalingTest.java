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
}

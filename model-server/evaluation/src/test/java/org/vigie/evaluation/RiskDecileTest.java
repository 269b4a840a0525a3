package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiskDecileTest {
    private static final double CLOSE = 1e-5;

    /** Ten stays at .6, ten at .2; deaths in each pair as listed below. */
    private static final float[] PROBABILITIES = new float[20];

    private static final boolean[] DIED = new boolean[20];

    static {
        int[] deaths = {2, 1, 1, 1, 1, 1, 0, 0, 1, 0};
        for (int i = 0; i < 20; i++) {
            PROBABILITIES[i] = i < 10 ? 0.6f : 0.2f;
            DIED[i] = i % 2 < deaths[i / 2];
        }
    }

    /** By hand: of .6, E = 1.2 and M p (1-p) = .48; of .2, E = .4 and M p (1-p) = .32. */
    @Test
    void eventTwoIsTheChallengesHosmerLemeshow() {
        // given
        double high = (0.8 * 0.8 + 4 * 0.2 * 0.2) / (0.48 + 0.001);
        double low = (2 * 0.6 * 0.6 + 3 * 0.4 * 0.4) / (0.32 + 0.001);

        // when, then
        assertThat(BinaryMetrics.of(PROBABILITIES, DIED).event2()).isEqualTo((high + low) / (0.6 - 0.2), within(CLOSE));
    }

    /** By hand: .4 + 4 x .1 for the risky half, 2 x .3 + 3 x .2 for the other, over ten. */
    @Test
    void theCalibrationErrorIsTheMeanOverTheDeciles() {
        assertThat(BinaryMetrics.of(PROBABILITIES, DIED).ece()).isEqualTo(0.2, within(CLOSE));
    }

    @Test
    void theDecilesPartTheStaysByFallingRisk() {
        // when
        List<RiskDecile> deciles = BinaryMetrics.deciles(new float[23], new boolean[23]);

        // then
        assertThat(deciles).hasSize(10);
        assertThat(deciles.stream().mapToInt(RiskDecile::stays).sum()).isEqualTo(23);
        assertThat(deciles).allSatisfy(decile -> assertThat(decile.stays()).isBetween(2, 3));
        assertThat(BinaryMetrics.deciles(PROBABILITIES, DIED)).first().satisfies(riskiest -> {
            assertThat(riskiest.predicted()).isEqualTo(0.6, within(CLOSE));
            assertThat(riskiest.observed()).isOne();
        });
    }

    @Test
    void oneRiskForAllHasNoSpanToDivideBy() {
        assertThat(RiskDecile.event2(BinaryMetrics.deciles(new float[] {0.5f, 0.5f}, new boolean[] {true, true})))
                .isInfinite();
    }
}

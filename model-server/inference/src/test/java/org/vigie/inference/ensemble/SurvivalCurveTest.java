package org.vigie.inference.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurvivalCurveTest {
    private static final float[] NETS = {0.98f, 0.9f, 0.8f};

    @Test
    void aCurveThatIsNotMovedStaysWhereItIs() {
        assertThat(SurvivalCurve.withShiftedLogOdds(NETS, 0).alive())
                .satisfiesExactly(
                        day -> assertThat(day).isCloseTo(0.98, within(1e-6)),
                        day -> assertThat(day).isCloseTo(0.9, within(1e-6)),
                        day -> assertThat(day).isCloseTo(0.8, within(1e-6)));
    }

    @Test
    void theOddsOfTheLastDayMoveByWhatTheProbabilityMoved() {
        // odds of being dead 0.2 / 0.8 = 0.25; four times that is 1
        assertThat(SurvivalCurve.withShiftedLogOdds(NETS, Math.log(4)).alive().get(2))
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void noCurveRisesOrLeavesItsBounds() {
        // given
        float[] broken = {1, 0.9f, 0.95f, 0};

        // when, then
        for (double moved : new double[] {-50, 0, 50}) {
            assertThat(SurvivalCurve.withShiftedLogOdds(broken, moved).alive())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                    .allSatisfy(day -> assertThat(day).isBetween(0.0, 1.0));
        }
    }
}

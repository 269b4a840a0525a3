package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.training.evaluate.DisturbanceResult;

class RobustnessSectionTest {
    private static final DisturbanceResult NOISE = new DisturbanceResult("noise", 0.75, -0.05, 0.02, 0.004, 0.01);
    private static final DisturbanceResult INVERTED = new DisturbanceResult("inverted", 0.4, -0.4, 0.2, 0.1, 0.5);

    @Test
    void aModelThatWasNotDisturbedHasNoSection() {
        assertThat(new RobustnessSection(List.of()).isShown()).isFalse();
        assertThat(new RobustnessSection(List.of(NOISE)).isShown()).isTrue();
    }

    @Test
    void aChangeKeepsItsSign() {
        assertThat(new RobustnessSection(List.of(NOISE)).table().rows())
                .containsExactly(List.of("noise", "0.750", "-0.0500", "0.020", "+0.0040", "0.010"));
    }

    @Test
    void aBarReachesFromChanceToTheAurocAndARankingWorseThanChanceHasNone() {
        // when
        var bars = new RobustnessSection(List.of(NOISE, INVERTED)).bars();

        // then: half of the way from .5 to 1, of 340 pixels
        assertThat(bars.get(0).length()).isEqualTo("170.0");
        assertThat(bars.get(0).numberStart()).isEqualTo("436.0");
        assertThat(bars.get(1).length()).isEqualTo("0.0");
    }

    @Test
    void eachBarHasARowOfItsOwnWithinThePicture() {
        // given
        RobustnessSection section = new RobustnessSection(List.of(NOISE, INVERTED));

        // when
        var bars = section.bars();

        // then
        assertThat(bars.get(1).top()).isGreaterThan(bars.get(0).baseline());
        assertThat(bars).allSatisfy(bar -> assertThat(bar.baseline()).isLessThan(section.height()));
        assertThat(bars)
                .allSatisfy(
                        bar -> assertThat(Double.parseDouble(bar.numberStart())).isLessThan(section.width()));
    }
}

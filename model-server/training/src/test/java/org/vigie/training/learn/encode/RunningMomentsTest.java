package org.vigie.training.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RunningMomentsTest {
    private static RunningMoments[] of(double... values) {
        RunningMoments[] moments = RunningMoments.array(1);
        DoubleStream.of(values).forEach(moments[0]::add);
        return moments;
    }

    @Test
    void meanAndDeviationAreThoseOfAllNumbers() {
        // when
        RunningMoments[] moments = of(2, 4, 4, 4, 5, 5, 7, 9);

        // then
        assertThat(RunningMoments.means(moments)).containsExactly(5);
        assertThat(RunningMoments.deviations(moments)).containsExactly(2);
    }

    @Test
    void aConstantIsNotScaled() {
        assertThat(RunningMoments.deviations(of(7, 7, 7))).containsExactly(1);
        assertThat(RunningMoments.means(of(7, 7, 7))).containsExactly(7);
    }

    @Test
    void withFewerThanTwoNumbersNothingIsMovedOrScaled() {
        assertThat(RunningMoments.means(of(80))).containsExactly(0);
        assertThat(RunningMoments.deviations(of())).containsExactly(1);
        assertThat(of(80)[0].skewness()).isZero();
    }

    @Test
    void aSymmetricSampleHasNoSkewnessAndALongRightTailAPositiveOne() {
        assertThat(of(1, 2, 3, 4, 5)[0].skewness()).isCloseTo(0, within(1e-9));
        assertThat(of(1, 1, 1, 1, 100)[0].skewness()).isCloseTo(1.5, within(1e-6));
        assertThat(of(100, 100, 100, 100, 1)[0].skewness()).isCloseTo(-1.5, within(1e-6));
    }

    @Test
    void eachPlaceHasMomentsOfItsOwn() {
        // given
        RunningMoments[] moments = RunningMoments.array(2);

        // when
        moments[0].add(1);
        moments[0].add(3);
        moments[1].add(10);
        moments[1].add(30);

        // then
        assertThat(RunningMoments.means(moments)).containsExactly(2, 20);
        assertThat(RunningMoments.deviations(moments)).containsExactly(1, 10);
    }
}

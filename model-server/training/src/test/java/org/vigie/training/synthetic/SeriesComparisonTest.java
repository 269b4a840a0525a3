package org.vigie.training.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesComparisonTest {
    private final List<SeriesComparison> series =
            new SyntheticSplit(SampleStays.of(60, 1), SampleStays.of(60, 2), SampleStays.of(60, 3)).series();

    @Test
    void staysOfTheSameKindAgreeInLevelMaskAndCourse() {
        // when
        SeriesComparison heartRate = series.get(SampleStays.HEART_RATE);

        // then
        assertThat(heartRate.series()).isEqualTo("hr");
        assertThat(heartRate.recorded().measured()).isCloseTo(.8, within(.03));
        assertThat(heartRate.synthetic().measured()).isCloseTo(.8, within(.03));
        assertThat(heartRate.recorded().quantiles()).hasSize(5).isSorted();
        assertThat(heartRate.synthetic().quantiles().get(2))
                .isCloseTo(heartRate.recorded().quantiles().get(2), within(.3));
        assertThat(heartRate.autocorrelationDifference()).isLessThan(.1);
    }

    @Test
    void aSeriesThatWasNeverMeasuredHasNoQuantilesAndNoAutocorrelation() {
        // when
        SeriesComparison other = series.get((SampleStays.HEART_RATE + 1) % series.size());

        // then
        assertThat(other.recorded().quantiles()).isEmpty();
        assertThat(other.recorded().measured()).isZero();
        assertThat(other.autocorrelationDifference()).isNaN();
    }
}

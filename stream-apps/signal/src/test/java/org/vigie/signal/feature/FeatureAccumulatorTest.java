package org.vigie.signal.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the features of a series with those of numpy and scipy, which {@code features.py} in the test resources prints. */
class FeatureAccumulatorTest {
    private static final double[] HOURS = {0, 0.5, 1.25, 2, 4, 4.5, 7, 9.75};
    private static final double[] VALUES = {82, 85, 81, 120, 118, 96, 101, 64};

    @ParameterizedTest
    @CsvSource({
        "COUNT, 8",
        "MINIMUM, 64",
        "MAXIMUM, 120",
        "MEAN, 93.375",
        "STANDARD_DEVIATION, 18.01344983616409",
        "SKEWNESS, 0.10620505175193572",
        "KURTOSIS, -1.0252688854663274",
        "ROOT_MEAN_SQUARE, 95.09666135043858",
        "ABSOLUTE_ENERGY, 72347",
        "MEAN_CHANGE, -2.5714285714285716",
        "MEAN_ABSOLUTE_CHANGE, 16",
        "SUM_ABSOLUTE_CHANGE, 112",
        "STEEPEST_CHANGE, 52",
        "SLOPE, -1.1003086419753072",
        "AREA, 944",
        "CENTROID, 3.443470358135099",
        "POSITIVE_TURNING_POINTS, 2",
        "NEGATIVE_TURNING_POINTS, 3"
    })
    void aFeatureIsThatOfNumpyAndScipy(SeriesFeature feature, double expected) {
        assertThat(features(0).get(feature)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void momentsKeepTheirDigitsBesideALargeMean() {
        // when
        Map<SeriesFeature, Double> shifted = features(1e6);

        // then
        assertThat(shifted.get(SeriesFeature.STANDARD_DEVIATION)).isCloseTo(18.01344983616409, within(1e-6));
        assertThat(shifted.get(SeriesFeature.KURTOSIS)).isCloseTo(-1.0252688854663274, within(1e-6));
    }

    @Test
    void aSeriesWithoutValuesHasOnlyACount() {
        // when
        Map<SeriesFeature, Double> features = new EnumMap<>(new FeatureAccumulator().features());

        // then
        assertThat(features.remove(SeriesFeature.COUNT)).isZero();
        assertThat(features.remove(SeriesFeature.ABSOLUTE_ENERGY)).isZero();
        assertThat(features.values()).containsOnly(Double.NaN);
    }

    @Test
    void aValueThatIsNotLaterIsRefused() {
        // given
        FeatureAccumulator accumulator = new FeatureAccumulator();
        accumulator.add(1, 80);

        // when, then
        assertThatThrownBy(() -> accumulator.add(1, 81))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("later than the one before, was 81.0 at 1.0 h");
    }

    private static Map<SeriesFeature, Double> features(double shift) {
        FeatureAccumulator accumulator = new FeatureAccumulator();
        for (int index = 0; index < HOURS.length; index++) {
            accumulator.add(HOURS[index], VALUES[index] + shift);
        }
        return accumulator.features();
    }
}

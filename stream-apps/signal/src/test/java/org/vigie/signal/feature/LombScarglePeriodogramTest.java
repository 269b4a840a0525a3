package org.vigie.signal.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the spectrum of a series with that of scipy, which {@code spectrum.py} in the test resources prints. */
class LombScarglePeriodogramTest {
    private static final double[] HOURS =
            IntStream.range(0, 24).mapToDouble(i -> 0.5 * i + 0.1 * (i * 7 % 5)).toArray();
    private static final double[] VALUES = IntStream.range(0, 24)
            .mapToDouble(i -> 80 + 10 * Math.sin(2 * Math.PI * HOURS[i] / 4) + 3 * (i * 3 % 4))
            .toArray();

    @Test
    void thePowerOfEachFrequencyIsThatOfScipy() {
        // given
        double[] expected = {
            0.12904534675248794,
            21.36172989837929,
            626.9121811514603,
            3.0229082488001517,
            0.9965029577833102,
            194.3915047278519,
            2.657573170986255,
            63.71954287508933,
            2.4274824008306624,
            2.608103685358128,
            444.51430588755113
        };
        // when
        double[] power = LombScarglePeriodogram.of(HOURS, VALUES).power();
        // then
        assertThat(power).containsExactly(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "FUNDAMENTAL_FREQUENCY, 0.25862068965517243",
        "MAXIMUM_POWER, 626.9121811514603",
        "MEDIAN_FREQUENCY, 0.5172413793103449",
        "ROLL_ON, 0.25862068965517243",
        "ROLL_OFF, 0.9482758620689655",
        "SPECTRAL_CENTROID, 0.5423247043932999",
        "SPECTRAL_SPREAD, 0.30732341401105423",
        "SPECTRAL_SKEWNESS, 0.3696539304163974",
        "SPECTRAL_KURTOSIS, 1.3662474080862408",
        "SPECTRAL_ENTROPY, 0.5270851189899237",
        "POWER_OVER_12_HOURS, NaN",
        "POWER_4_TO_12_HOURS, 0.01577025798154591",
        "POWER_1_TO_4_HOURS, 0.9842297420184543",
        "POWER_10_TO_60_MINUTES, NaN",
        "POWER_1_TO_10_MINUTES, NaN"
    })
    void aFeatureIsThatOfScipy(SpectralFeature feature, double expected) {
        // when
        double found = LombScarglePeriodogram.of(HOURS, VALUES).features().get(feature);
        // then
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(expected, within(1e-8));
        }
    }

    @Test
    void aSwingOfEightMinutesIsFoundInMinuteValues() {
        // given
        double[] hours =
                IntStream.range(0, 241).mapToDouble(minute -> minute / 60.0).toArray();
        double[] values = IntStream.range(0, 241)
                .mapToDouble(minute -> 70 + 5 * Math.cos(2 * Math.PI * minute / 8))
                .toArray();
        // when
        var features = LombScarglePeriodogram.of(hours, values).features();
        // then
        assertThat(features.get(SpectralFeature.FUNDAMENTAL_FREQUENCY)).isCloseTo(7.5, within(1e-9));
        assertThat(features.get(SpectralFeature.POWER_1_TO_10_MINUTES)).isGreaterThan(0.99);
        assertThat(features.get(SpectralFeature.SPECTRAL_ENTROPY)).isLessThan(0.1);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "5"})
    void aSeriesThatIsTooShortHasNoFeature(int count) {
        // given
        double[] hours = IntStream.range(0, count).asDoubleStream().toArray();
        double[] values = IntStream.range(0, count).mapToDouble(i -> 80 + i).toArray();
        // when, then
        assertThat(LombScarglePeriodogram.of(hours, values).features().values())
                .hasSize(SpectralFeature.values().length)
                .containsOnly(Double.NaN);
    }

    @Test
    void aSeriesThatDoesNotVaryHasNoFeature() {
        // given
        double[] values = new double[HOURS.length];
        // when, then
        assertThat(LombScarglePeriodogram.of(HOURS, values).features().values()).containsOnly(Double.NaN);
    }

    @Test
    void aTimeThatIsNotLaterIsRefused() {
        assertThatThrownBy(() -> LombScarglePeriodogram.of(new double[] {0, 1, 1}, new double[] {80, 81, 82}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: must be finite and later than the one before, was 82.0 at 1.0 h");
    }
}

package org.vigie.inference.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

class WindowFeaturesTest {
    private static final StaticFeatures PATIENT =
            new StaticFeatures(70, AdministrativeSex.MALE, 175, Double.NaN, UnitType.SURGICAL);

    private final HourlyGrid grid = new HourlyGrid();

    @Test
    void eachHasItsName() {
        assertThat(WindowFeatures.NAMES).hasSize(6 * 37 + 8 + 16).doesNotHaveDuplicates();
    }

    /** By hand: the hours lie -2, 0, 2 from their mean, so the slope is (94 - 80) x 2 / (4 + 0 + 4). */
    @Test
    void aSeriesIsSummedUp() {
        // given
        measure(0, "hr", 80);
        measure(2, "hr", 90);
        measure(4, "hr", 94);

        float[] features = features(6);

        // when, then
        assertThat(of(features, "hr_last")).isEqualTo(94);
        assertThat(of(features, "hr_lowest")).isEqualTo(80);
        assertThat(of(features, "hr_highest")).isEqualTo(94);
        assertThat(of(features, "hr_mean")).isEqualTo(88);
        assertThat(of(features, "hr_slope")).isEqualTo(3.5f, within(1e-4f));
        assertThat(of(features, "hr_count")).isEqualTo((float) Math.log(4), within(1e-6f));
    }

    @Test
    void theSlopeIsPerHourWhereverTheWindowEnds() {
        // when
        measure(0, "temp", 36);
        measure(5, "temp", 38.5);

        // then
        assertThat(of(features(6), "temp_slope")).isEqualTo(0.5f, within(1e-4f));
        assertThat(of(features(30), "temp_slope")).isEqualTo(0.5f, within(1e-4f));
    }

    @Test
    void laterMeasurementsAreNotUsed() {
        // when
        measure(1, "lactate", 2);
        measure(20, "lactate", 9);

        // then
        assertThat(of(features(6), "lactate_highest")).isEqualTo(2);
        assertThat(of(features(24), "lactate_highest")).isEqualTo(9);
    }

    @Test
    void whatWasNeverMeasuredIsNotTheNormalValue() {
        // given
        measure(1, "hr", 80);

        float[] features = features(6);

        // when, then
        assertThat(of(features, "lactate_last")).isNaN();
        assertThat(of(features, "lactate_mean")).isNaN();
        assertThat(of(features, "lactate_count")).isZero();
        assertThat(of(features, "hr_slope")).isNaN();
    }

    @Test
    void thePatientFollows() {
        // given
        float[] features = features(6);

        // when, then
        assertThat(of(features, "age_years")).isEqualTo(70);
        assertThat(of(features, "male")).isOne();
        assertThat(of(features, "height_cm")).isEqualTo(175);
        assertThat(of(features, "weight_kg")).isNaN();
        assertThat(of(features, "unit_surgical")).isOne();
        assertThat(of(features, "unit_medical")).isZero();
        float[] unknown = WindowFeatures.of(after(6, StaticFeatures.UNKNOWN)).values();
        assertThat(of(unknown, "male")).isNaN();
        assertThat(of(unknown, "age_years")).isNaN();
    }

    private void measure(int hour, String variable, double value) {
        grid.add(hour, VariableCatalogue.standard().get(variable).series().orElseThrow(), value);
    }

    private float[] features(int hours) {
        return WindowFeatures.of(after(hours, PATIENT)).values();
    }

    private ScoreRequest after(int hours, StaticFeatures staticFeatures) {
        return ScoreRequest.of(WindowImputer.fill(grid, hours - 1), staticFeatures);
    }

    private static float of(float[] features, String name) {
        return features[WindowFeatures.NAMES.indexOf(name)];
    }
}

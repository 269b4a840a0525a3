package org.vigie.inference.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class FeatureOriginsTest {
    private static final int HR = 14;

    private final double[] cells = new double[ScoreRequest.CELLS];
    private final double[] statics = new double[ScoreRequest.STATICS];

    @Test
    void everyFeatureHasAPlaceAndLosesNothing() {
        // when
        for (int feature = 0; feature < WindowFeatures.NAMES.size(); feature++) {
            new FeatureOrigins().add(window(), feature, 1, cells, statics);
        }

        // then
        assertThat(Arrays.stream(cells).sum() + Arrays.stream(statics).sum())
                .isCloseTo(WindowFeatures.NAMES.size(), within(1e-9));
    }

    @Test
    void aFeatureOfOneHourIsAssignedToThatHour() {
        // when
        add("hr_last", 4);
        add("hr_highest", 2);

        // then
        assertThat(hour(1)).isEqualTo(2);
        assertThat(hour(2)).isEqualTo(4);
    }

    @Test
    void aFeatureOfAllHoursIsSharedAmongThem() {
        // when
        add("hr_mean", 3);

        // then
        assertThat(new double[] {hour(0), hour(1), hour(2)}).containsExactly(1, 1, 1);
    }

    @Test
    void aMissingSeriesIsAssignedToTheNewestHour() {
        // when
        add("lactate_last", 1);

        // then
        assertThat(cells[47 * 37 + 16]).isEqualTo(1);
    }

    @Test
    void aStaticFeatureIsAssignedToTheStatics() {
        // when
        add("age_years", 1);
        add("male", 2);

        // then
        assertThat(statics[StaticFeatures.NAMES.indexOf("age_years")]).isEqualTo(1);
        assertThat(statics[StaticFeatures.NAMES.indexOf("male")]).isEqualTo(2);
    }

    private void add(String feature, double logOdds) {
        new FeatureOrigins().add(window(), WindowFeatures.NAMES.indexOf(feature), logOdds, cells, statics);
    }

    private double hour(int hour) {
        return cells[(45 + hour) * 37 + HR];
    }

    /** Three hours of heart rate, the middle one the highest. */
    private static ScoreRequest window() {
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, HR, 80);
        grid.add(1, HR, 120);
        grid.add(2, HR, 90);
        return ScoreRequest.of(WindowImputer.fill(grid, 2), StaticFeatures.UNKNOWN);
    }
}

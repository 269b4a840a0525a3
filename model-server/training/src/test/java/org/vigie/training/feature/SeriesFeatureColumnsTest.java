package org.vigie.training.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class SeriesFeatureColumnsTest {
    private static final int KINDS = 13;
    private static final int RATE =
            VariableCatalogue.standard().get("hr").series().orElseThrow();

    @Test
    void aRateThatSwingsEverySixHoursHasThatFrequencyAndOtherSeriesHaveNone() {
        // given
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            grid.add(hour, RATE, 80 + 10 * Math.sin(2 * Math.PI * hour / 6));
        }
        LabelledStay stay = new LabelledStay(1, grid, StaticFeatures.UNKNOWN, false);
        // when
        float[] features = SeriesFeatureColumns.spectral().of(List.of(stay))[0];
        // then: the frequencies are multiples of 1/47 per hour
        assertThat(features).hasSize(HourlyGrid.SERIES * KINDS);
        assertThat(features[RATE * KINDS]).isCloseTo(8 / 47F, within(1e-6F));
        assertThat(features[RATE * KINDS + 11]).isGreaterThan(0.95F);
        assertThat(features[(RATE + 1) * KINDS]).isNaN();
    }
}

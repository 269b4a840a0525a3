package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.signal.window.HourlyGrid.SERIES;
import static org.vigie.training.synthetic.SampleStays.HEART_RATE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.synthetic.SampleStays;

class SeriesQuantilesTest {
    private static final int GCS =
            VariableCatalogue.standard().get("gcs_total").series().orElseThrow();

    private final SeriesQuantiles scaling = SeriesQuantiles.of(SampleStays.of(40, 1));

    @Test
    void aScaledValueComesBack() {
        for (double rate : new double[] {70, 80, 95, 110}) {
            assertThat(scaling.value(HEART_RATE, scaling.scaled(HEART_RATE, rate)))
                    .isCloseTo(rate, within(1.5));
        }
    }

    @Test
    void theMedianIsZeroAndTheRestSpreadsByAboutOne() {
        assertThat(scaling.scaled(HEART_RATE, scaling.value(HEART_RATE, 0))).isCloseTo(0, within(.05));
        assertThat(scaling.value(HEART_RATE, 1)).isGreaterThan(scaling.value(HEART_RATE, 0));
    }

    @Test
    void noValueLiesBeyondTheRecordedOnes() {
        // given
        double[] levels = scaling.quantiles()[HEART_RATE];

        // when, then
        assertThat(scaling.value(HEART_RATE, 50)).isEqualTo(levels[levels.length - 1]);
        assertThat(scaling.value(HEART_RATE, -50)).isEqualTo(levels[0]);
        assertThat(scaling.scaled(HEART_RATE, 1e6)).isFinite();
    }

    @Test
    void aScoreKeepsItsWholeNumbers() {
        // given
        SeriesQuantiles scores = SeriesQuantiles.of(List.of(withScores()));

        // when, then
        for (int score : new int[] {3, 8, 15}) {
            assertThat(scores.value(GCS, scores.scaled(GCS, score))).isEqualTo(score);
        }
    }

    @Test
    void aSeriesThatWasNeverMeasuredAndAnUnknownHeightHaveNoScale() {
        assertThat(scaling.isKnown(HEART_RATE)).isTrue();
        assertThat(scaling.isKnown(GCS)).isFalse();
        assertThat(scaling.isKnown(SERIES)).isFalse();
        assertThat(scaling.value(SERIES + 1, 0)).isEqualTo(80);
    }

    private static LabelledStay withScores() {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            grid.add(hour, GCS, hour % 3 == 0 ? 3 : hour % 3 == 1 ? 8 : 15);
        }
        return new LabelledStay(1, grid, StaticFeatures.UNKNOWN, false);
    }
}

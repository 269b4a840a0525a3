package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;

class SeriesCoverageTest {
    private static final Variable HR = VariableCatalogue.standard().get("hr");
    private static final int COLUMN = HR.series().orElseThrow();

    private static HourlyStay stay(int... hours) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour : hours) {
            grid.add(hour, COLUMN, 80);
        }
        return new HourlyStay(1, grid, StaticFeatures.UNKNOWN);
    }

    private static SeriesCoverage heartRate(int hours, HourlyStay... stays) {
        return SeriesCoverage.of(List.of(stays), hours).get(COLUMN);
    }

    @Test
    void theShareOfStaysCountsEachStayOnceAndTheShareOfHoursEachHour() {
        // when
        SeriesCoverage coverage = heartRate(10, stay(0, 1, 2, 3), stay(9), stay(), stay());

        // then
        assertThat(coverage.series()).isEqualTo(HR.labelEn());
        assertThat(coverage.stays()).isEqualTo(0.5);
        assertThat(coverage.hours()).isEqualTo(5 / 40.0);
    }

    @Test
    void hoursThatWereNotSeenDoNotCount() {
        // when
        SeriesCoverage coverage = heartRate(6, stay(6, 7, 40));

        // then
        assertThat(coverage.stays()).isZero();
        assertThat(coverage.hours()).isZero();
    }

    @Test
    void everySeriesOfTheWindowHasALineAndASecondReadingOfAnHourAddsNothing() {
        // when
        List<SeriesCoverage> all = SeriesCoverage.of(List.of(stay(3, 3)), 4);

        // then
        assertThat(all).hasSize(HourlyGrid.SERIES);
        assertThat(all.get(COLUMN).hours()).isEqualTo(0.25);
        assertThat(all.stream().filter(series -> series.stays() > 0)).hasSize(1);
    }

    @Test
    void aGroupWithoutADeathIsCountedAndNotRanked() {
        // given
        var stays = new PredictedStays(
                List.of(
                        new LabelledStay(stay(), true),
                        new LabelledStay(stay(), false),
                        new LabelledStay(stay(), false)),
                0.9f,
                0.2f,
                0.1f);

        // when
        var lived = stays.only(place -> place > 0).evaluated("sex female", 0.5, new BootstrapEstimator(5, 1));

        // then
        assertThat(lived.stays()).isEqualTo(2);
        assertThat(lived.deaths()).isZero();
        assertThat(lived.scores()).isEmpty();
        assertThat(stays.only(place -> place < 2).probabilities()).containsExactly(0.9f, 0.2f);
        assertThat(stays.only(place -> place < 2).died()).containsExactly(true, false);
    }
}

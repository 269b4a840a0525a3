package org.vigie.inference.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.Ensemble.EvidenceFloor;
import org.vigie.model.score.Assessment;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.impute.Imputer;
import org.vigie.signal.window.HourlyGrid;

class EvidenceTest {
    private static final int HR = 14;
    private static final int LACTATE = 16;
    private static final int POTASSIUM = 15;

    @Test
    void cellsSeriesAndHoursAreCounted() {
        HourlyGrid grid = new HourlyGrid();
        grid.add(1, HR, 80);
        grid.add(3, HR, 80);
        grid.add(3, LACTATE, 1);

        Evidence evidence = Evidence.in(window(grid, 3));

        assertThat(evidence).isEqualTo(new Evidence(3, 2, 3));
        assertThat(evidence.imputedShare()).isEqualTo(1 - 3 / (3 * 37.0));
        assertThat(evidence.isBelow(new EvidenceFloor(3, 2))).isFalse();
        assertThat(evidence.isBelow(new EvidenceFloor(4, 2))).isTrue();
        assertThat(evidence.isBelow(new EvidenceFloor(3, 3))).isTrue();
    }

    @Test
    void whereNothingWasMeasuredEverythingIsImputed() {
        assertThat(Evidence.in(window(new HourlyGrid(), 0)).imputedShare()).isEqualTo(1);
    }

    @Test
    void theMeasurementThatMovesTheRiskMostHelpsMost() {
        ScoreRequest nothing = window(new HourlyGrid(), 0);

        int best = MostHelpful.of(
                nothing,
                windows -> windows.stream()
                        .mapToDouble(window -> newest(window, POTASSIUM) + newest(window, HR) / 1000)
                        .toArray());

        assertThat(best).isEqualTo(POTASSIUM);
    }

    @Test
    void whatWasMeasuredOnceWaitsForWhatNeverWas() {
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, POTASSIUM, 4);

        int best = MostHelpful.of(
                window(grid, 1),
                windows -> windows.stream()
                        .mapToDouble(window -> newest(window, POTASSIUM) + newest(window, LACTATE) / 1000)
                        .toArray());

        assertThat(best).isEqualTo(LACTATE);
    }

    @Test
    void nothingHelpsWhenEverythingIsOfThisHour() {
        HourlyGrid grid = new HourlyGrid();
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            grid.add(0, series, 1);
        }

        assertThat(MostHelpful.of(window(grid, 0), windows -> new double[windows.size()]))
                .isEqualTo(Assessment.NONE);
    }

    private static double newest(ScoreRequest window, int series) {
        return window.values()[47 * HourlyGrid.SERIES + series];
    }

    private static ScoreRequest window(HourlyGrid grid, int lastHour) {
        return ScoreRequest.of(Imputer.fill(grid, lastHour), Statics.UNKNOWN);
    }
}

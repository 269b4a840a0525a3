package org.vigie.inference.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.EvidenceFloor;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class WindowEvidenceTest {
    private static final int HR = 14;
    private static final int LACTATE = 16;
    private static final int POTASSIUM = 15;

    @Test
    void cellsSeriesAndHoursAreCounted() {
        // given
        HourlyGrid grid = new HourlyGrid();
        grid.add(1, HR, 80);
        grid.add(3, HR, 80);
        grid.add(3, LACTATE, 1);

        // when
        WindowEvidence evidence = WindowEvidence.in(window(grid, 3));

        // then
        assertThat(evidence).isEqualTo(new WindowEvidence(3, 2, 3));
        assertThat(evidence.imputedShare()).isEqualTo(1 - 3 / (3 * 37.0));
        assertThat(evidence.isBelow(new EvidenceFloor(3, 2))).isFalse();
        assertThat(evidence.isBelow(new EvidenceFloor(4, 2))).isTrue();
        assertThat(evidence.isBelow(new EvidenceFloor(3, 3))).isTrue();
    }

    @Test
    void whereNothingWasMeasuredEverythingIsImputed() {
        assertThat(WindowEvidence.in(window(new HourlyGrid(), 0)).imputedShare())
                .isEqualTo(1);
    }

    @Test
    void theMeasurementThatMovesTheRiskMostHelpsMost() {
        // given
        ScoreRequest nothing = window(new HourlyGrid(), 0);

        // when
        int best = best(nothing, window -> newest(window, POTASSIUM) + newest(window, HR) / 1000);

        // then
        assertThat(best).isEqualTo(POTASSIUM);
    }

    @Test
    void aVariableThatWasNeverMeasuredComesBeforeAMeasuredOne() {
        // given
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, POTASSIUM, 4);

        // when
        int best = best(window(grid, 1), window -> newest(window, POTASSIUM) + newest(window, LACTATE) / 1000);

        // then
        assertThat(best).isEqualTo(LACTATE);
    }

    @Test
    void nothingHelpsWhenEverythingIsOfThisHour() {
        // given
        HourlyGrid grid = new HourlyGrid();

        // when
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            grid.add(0, series, 1);
        }

        // then
        assertThat(best(window(grid, 0), window -> 0)).isEqualTo(SurvivalAssessment.NONE);
    }

    @Test
    void theWholeModelChoosesAmongTheFewThatTheQuickOneNames() {
        // given
        List<Integer> askedOfTheWhole = new ArrayList<>();

        // when
        int best = new MostHelpfulSeries(
                        windows -> odds(windows, window -> newest(window, POTASSIUM) + newest(window, LACTATE)),
                        windows -> {
                            askedOfTheWhole.add(windows.size());
                            return odds(windows, window -> newest(window, LACTATE) + newest(window, POTASSIUM) / 1000);
                        })
                .of(window(new HourlyGrid(), 0));

        // then
        assertThat(best).isEqualTo(LACTATE);
        assertThat(askedOfTheWhole).as("a low and a high value of six").containsExactly(12);
    }

    private static int best(ScoreRequest window, ToDoubleFunction<ScoreRequest> logOdds) {
        return new MostHelpfulSeries(windows -> odds(windows, logOdds), windows -> odds(windows, logOdds)).of(window);
    }

    private static double[] odds(List<ScoreRequest> windows, ToDoubleFunction<ScoreRequest> logOdds) {
        return windows.stream().mapToDouble(logOdds).toArray();
    }

    private static double newest(ScoreRequest window, int series) {
        return window.values()[47 * HourlyGrid.SERIES + series];
    }

    private static ScoreRequest window(HourlyGrid grid, int lastHour) {
        return ScoreRequest.of(WindowImputer.fill(grid, lastHour), StaticFeatures.UNKNOWN);
    }
}

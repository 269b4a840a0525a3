package org.vigie.training.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class ContributingInputTest {
    private static final int LACTATE =
            VariableCatalogue.standard().get("lactate").series().orElseThrow();
    private static final int HR =
            VariableCatalogue.standard().get("hr").series().orElseThrow();

    @Test
    void theHoursOfASeriesCountTogetherAndItsNewestValueIsShown() {
        // given
        HourlyGrid grid = new HourlyGrid();
        grid.add(40, LACTATE, 8.25);
        ScoreRequest window = ScoreRequest.of(
                WindowImputer.fill(grid, 47),
                new StaticFeatures(
                        90, StaticFeatures.AdministrativeSex.MALE, 170, 70, StaticFeatures.UnitType.MEDICAL));
        float[] cells = new float[ScoreRequest.CELLS];
        cells[40 * HourlyGrid.SERIES + LACTATE] = 0.5f;
        cells[41 * HourlyGrid.SERIES + LACTATE] = 0.25f;
        cells[47 * HourlyGrid.SERIES + HR] = -0.1f;
        float[] statics = new float[ScoreRequest.STATICS];
        statics[0] = 0.6f;

        // when
        List<ContributingInput> reasons = ContributingInput.of(window, new SurvivalExplanation(cells, statics), 3);

        // then
        assertThat(reasons)
                .extracting(ContributingInput::input)
                .containsExactly("Lactate", "age_years", "Heart rate (ECG)");
        assertThat(reasons)
                .extracting(ContributingInput::found)
                .containsExactly("8.25 mmol/L, 7 h old", "90", "never measured");
        assertThat(reasons.get(0).logOdds()).isEqualTo(0.75, within(1e-6));
        assertThat(reasons.get(0).strongestHour()).isEqualTo(7);
    }

    @Test
    void withoutAnExplanationThereIsNoReason() {
        // given
        ScoreRequest window = ScoreRequest.of(WindowImputer.fill(new HourlyGrid(), 47), StaticFeatures.UNKNOWN);

        // when, then
        assertThat(ContributingInput.of(window, SurvivalExplanation.NONE, 3)).isEmpty();
    }
}

package org.vigie.training.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.Explanation;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.impute.Imputer;
import org.vigie.signal.window.HourlyGrid;

class ReasonTest {
    private static final int LACTATE =
            VariableCatalogue.standard().get("lactate").series().orElseThrow();
    private static final int HR =
            VariableCatalogue.standard().get("hr").series().orElseThrow();

    @Test
    void theHoursOfASeriesCountTogetherAndItsNewestValueIsShown() {
        HourlyGrid grid = new HourlyGrid();
        grid.add(40, LACTATE, 8.25);
        ScoreRequest window = ScoreRequest.of(
                Imputer.fill(grid, 47), new Statics(90, Statics.Sex.MALE, 170, 70, Statics.Unit.MEDICAL));
        float[] cells = new float[ScoreRequest.CELLS];
        cells[40 * HourlyGrid.SERIES + LACTATE] = 0.5f;
        cells[41 * HourlyGrid.SERIES + LACTATE] = 0.25f;
        cells[47 * HourlyGrid.SERIES + HR] = -0.1f;
        float[] statics = new float[ScoreRequest.STATICS];
        statics[0] = 0.6f;

        List<Reason> reasons = Reason.of(window, new Explanation(cells, statics), 3);

        assertThat(reasons).extracting(Reason::input).containsExactly("Lactate", "age_years", "Heart rate (ECG)");
        assertThat(reasons).extracting(Reason::found).containsExactly("8.25 mmol/L, 7 h old", "90", "never measured");
        assertThat(reasons.get(0).logOdds()).isEqualTo(0.75, within(1e-6));
        assertThat(reasons.get(0).strongestHour()).isEqualTo(7);
    }

    @Test
    void withoutAnExplanationThereIsNoReason() {
        ScoreRequest window = ScoreRequest.of(Imputer.fill(new HourlyGrid(), 47), Statics.UNKNOWN);

        assertThat(Reason.of(window, Explanation.NONE, 3)).isEmpty();
    }
}

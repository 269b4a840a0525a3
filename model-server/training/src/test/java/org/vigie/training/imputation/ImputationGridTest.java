package org.vigie.training.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.RecipeFileParser;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedMeasurement;
import org.vigie.training.cohort.RecordedStay;

class ImputationGridTest {
    private static final int HEART_RATE = column("hr");

    @Test
    void anHourHoldsTheMeanOfItsMeasurements() {
        // when
        ImputationGrid grid = grid(stay(at(125, "hr", 80), at(170, "hr", 90), at(180, "hr", 70)));

        // then
        assertThat(grid.values()[2 * ImputationGrid.COLUMNS + HEART_RATE]).isEqualTo(85);
        assertThat(grid.values()[3 * ImputationGrid.COLUMNS + HEART_RATE]).isEqualTo(70);
        assertThat(grid.measured()).hasSize(2);
    }

    @Test
    void ventilationAndTheTimeAfter48HoursAreLeftOut() {
        // when
        ImputationGrid grid = grid(stay(at(10, "mech_vent", 1), at(48 * 60, "hr", 80)));

        // then
        assertThat(grid.measured()).isEmpty();
        assertThat(ImputationGrid.names()).hasSize(36).doesNotContain("mech_vent");
    }

    @Test
    void aHiddenCellIsEmptyAndTheOthersStay() {
        // given
        ImputationGrid grid = grid(stay(at(0, "hr", 80), at(60, "hr", 90)));

        // when
        ImputationGrid visible = grid.without(List.of(new HiddenCell(7, HEART_RATE, 80)));

        // then
        assertThat(visible.measured()).containsExactly(ImputationGrid.COLUMNS + HEART_RATE);
        assertThat(grid.measured()).hasSize(2);
    }

    @Test
    void anotherRecipeFillsTheGridFromTheFirstMeasuredHourOfItsWindow() {
        // given
        RecordedStay stay = stay(at(65, "hr", 80), at(130, "hr", 300), at(70, "urine", 40), at(80, "urine", 50));
        String rules = "recipe: ward\nrevision: 1\nrange: {hr: [20, 250]}\nresample: {sum: [urine]}\n";
        WindowImputer windows = new WindowImputer(new RecipeFileParser("ward.yaml", rules).parse());

        // when
        ImputationGrid grid = new CohortGrids(List.of(stay), windows).grids().get(0);

        // then: hour 1 of the stay stands first, the impossible rate of hour 2 is left out
        assertThat(grid.values()[HEART_RATE]).isEqualTo(80);
        assertThat(grid.values()[column("urine")]).isEqualTo(90);
        assertThat(grid.measured()).hasSize(2);
    }

    @Test
    void aGridOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new ImputationGrid(7, new float[5])).hasMessage("grid: must hold 1728 cells, had 5");
    }

    private static ImputationGrid grid(RecordedStay stay) {
        return new CohortGrids(List.of(stay)).grids().get(0);
    }

    private static RecordedStay stay(RecordedMeasurement... measurements) {
        return new RecordedStay(7, StaticFeatures.UNKNOWN, List.of(measurements));
    }

    private static RecordedMeasurement at(int minutes, String variable, double value) {
        return new RecordedMeasurement(
                Duration.ofMinutes(minutes), VariableCatalogue.standard().get(variable), value);
    }

    private static int column(String variable) {
        return ImputationGrid.names().indexOf(variable);
    }
}

package org.vigie.training.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputedCells;
import org.vigie.inference.imputation.SeriesScaling;
import org.vigie.training.imputation.ImputationErrors.ColumnError;

class ImputationErrorsTest {
    private static final SeriesScaling MODEL = scaling(100, 20);
    private static final SeriesScaling PROTOCOL = scaling(90, 10);

    @Test
    void errorsAreCountedInDeviationsOfTheProtocol() {
        // given
        ImputationErrors errors = new ImputationErrors();

        // when: 100 and 100 are imputed for 110 and 70
        errors.add(cells(0, 1), MODEL, List.of(hidden(0, 110), hidden(1, 70)), PROTOCOL);

        // then
        assertThat(errors.cells()).isEqualTo(2);
        assertThat(errors.mae()).isEqualTo(2, within(1e-6));
        assertThat(errors.rmse()).isEqualTo(Math.sqrt(5), within(1e-6));
        assertThat(errors.byColumn())
                .containsExactly(
                        new ColumnError(ImputationGrid.names().get(0), 1, 1),
                        new ColumnError(ImputationGrid.names().get(1), 1, 3));
    }

    @Test
    void coverageIsTheShareOfTrueValuesInsideTheInterval() {
        // given
        ImputationErrors errors = new ImputationErrors();

        // when: the interval is 80 to 120
        errors.add(cells(0, 1), MODEL, List.of(hidden(0, 81), hidden(1, 79), hidden(2, 100), hidden(3, 121)), PROTOCOL);

        // then
        assertThat(errors.coverage()).isEqualTo(.5);
    }

    private static HiddenCell hidden(int cell, double value) {
        return new HiddenCell(7, cell, value);
    }

    private static ImputedCells cells(float median, float interval) {
        return new ImputedCells(filled(median), filled(median - interval), filled(median + interval));
    }

    private static float[] filled(float value) {
        float[] values = new float[ImputationGrid.CELLS];
        Arrays.fill(values, value);
        return values;
    }

    private static SeriesScaling scaling(float mean, float deviation) {
        float[] means = new float[ImputationGrid.COLUMNS];
        float[] deviations = new float[ImputationGrid.COLUMNS];
        Arrays.fill(means, mean);
        Arrays.fill(deviations, deviation);
        return new SeriesScaling(means, deviations, new float[ImputationGrid.COLUMNS]);
    }
}

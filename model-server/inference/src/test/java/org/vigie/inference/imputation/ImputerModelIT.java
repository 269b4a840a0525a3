package org.vigie.inference.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.model.protocol.InferResponse;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.CellOrigin;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;

/** Tests the estimates of the imputer that ships. */
class ImputerModelIT {
    private static final Path SHIPPED = Path.of(System.getProperty("vigie.repository"), "model-server/imputers/1");

    private static ImputerModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        model = ImputerModel.open(SHIPPED, EngineConfig.defaults());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void anHourWithoutAHeartRateIsEstimatedNearTheMeasuredOnes() {
        // given: a heart rate of 100 in each hour but the last one, where a pressure was measured
        FilledWindow window = window(11, 100);

        // when
        WindowEstimates estimates = estimates(window);

        // then
        int place = place(estimates, 47, "hr");
        assertThat(estimates.values()[place]).isBetween(92F, 108F);
        assertThat(estimates.lows()[place]).isLessThan(estimates.values()[place]);
        assertThat(estimates.highs()[place]).isGreaterThan(estimates.values()[place]);
    }

    @Test
    void onlyCellsThatWereNotMeasuredSinceTheFirstHourAreEstimated() {
        // given
        FilledWindow window = window(11, 100);

        // when
        WindowEstimates estimates = estimates(window);

        // then
        assertThat(IntStream.of(estimates.cells()).boxed()).isSorted().allSatisfy(cell -> {
            assertThat(window.cells()[cell]).isNotEqualTo(CellOrigin.MEASURED);
            assertThat(cell / HourlyGrid.SERIES).isGreaterThanOrEqualTo(36);
            assertThat(cell % HourlyGrid.SERIES).isNotIn(series("urine"), series("mech_vent"));
        });
        assertThat(estimates.cells()).hasSize(12 * (HourlyGrid.SERIES - 2) - 12);
    }

    @Test
    void anEstimateDoesNotDependOnOtherWindowsOfTheBatch() {
        // given
        List<FloatTensor> one = new ImputationTensors(window(11, 100)).inputs();
        List<FloatTensor> other = new ImputationTensors(window(11, 170)).inputs();

        // when
        float[] alone = model.infer(one, false).get(0).data();
        float[] together = model.infer(
                        List.of(joined(one.get(0), other.get(0)), joined(one.get(1), other.get(1))), false)
                .get(0)
                .data();

        // then
        int cell = 40 * HourlyGrid.SERIES + series("temp");
        assertThat(together[cell]).isEqualTo(alone[cell], within(1e-3F));
    }

    @Test
    void anEstimateDoesNotDependOnLaterHours() {
        // given: the last hour of one window is the last but one of the other, and a fever begins after it
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < 10; hour++) {
            grid.add(hour, series("hr"), 90);
        }
        WindowEstimates early = estimates(WindowImputer.fill(grid, 9));

        // when
        grid.add(10, series("hr"), 150);
        grid.add(10, series("temp"), 40);
        WindowEstimates late = estimates(WindowImputer.fill(grid, 10));

        // then
        assertThat(late.values()[place(late, 46, "temp")])
                .isEqualTo(early.values()[place(early, 47, "temp")], within(1e-3F));
    }

    @Test
    void aFolderWithoutAnImputerIsRefusedWithItsReason() {
        assertThatThrownBy(() -> ImputerModel.open(folder, EngineConfig.defaults()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("imputer-card.json: cannot be read as the card of an imputer");
    }

    /** Fills the window of a stay with this last hour, in which only a pressure was measured. */
    private static FilledWindow window(int lastHour, double heartRate) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < lastHour; hour++) {
            grid.add(hour, series("hr"), heartRate);
        }
        grid.add(lastHour, series("abp_mean"), 80);
        return WindowImputer.fill(grid, lastHour);
    }

    private static WindowEstimates estimates(FilledWindow window) {
        return ImputationTensors.estimates(new InferResponse(
                "",
                model.card().name(),
                model.card().version(),
                model.card().digest(),
                model.infer(new ImputationTensors(window).inputs(), false)));
    }

    private static FloatTensor joined(FloatTensor one, FloatTensor other) {
        float[] data = new float[one.data().length * 2];
        System.arraycopy(one.data(), 0, data, 0, one.data().length);
        System.arraycopy(other.data(), 0, data, one.data().length, one.data().length);
        return new FloatTensor(one.name(), new long[] {2, HourlyGrid.HOURS, HourlyGrid.SERIES}, data);
    }

    private static int place(WindowEstimates estimates, int row, String variable) {
        return Arrays.binarySearch(estimates.cells(), row * HourlyGrid.SERIES + series(variable));
    }

    private static int series(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}

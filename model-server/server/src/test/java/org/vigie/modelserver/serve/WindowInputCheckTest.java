package org.vigie.modelserver.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.RecipeFileParser;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class WindowInputCheckTest {
    private static final WindowInputCheck SHIPPED = new WindowInputCheck(PreparationRecipe.SHIPPED);
    private static final int LAST_HOUR = 47 * HourlyGrid.SERIES;

    @Test
    void aWindowWithTheExtremesOfItsVariablesPasses() {
        // given: the ends of the range, a sum of urine above that of one entry, and hours without a measurement
        List<FloatTensor> inputs = inputs(300, 0);

        // when
        inputs.get(0).data()[LAST_HOUR + series("urine")] = 7_000;
        inputs.get(1).data()[LAST_HOUR + series("urine")] = 1;

        // then
        assertThatCode(() -> SHIPPED.check(inputs)).doesNotThrowAnyException();
    }

    @Test
    void aMeasuredValueThatIsImpossibleIsNamedWithItsRowHourAndSeries() {
        assertRefused(
                "values: row 1, hour 47, hr: must be within 0.0..300.0 where measured, was 900.0", inputs(80, 900));
        assertRefused("values: row 0, hour 47, hr: must be within 0.0..300.0 where measured, was -5.0", inputs(-5, 80));
    }

    @Test
    void aValueThatWasNotMeasuredIsNotJudged() {
        // given
        List<FloatTensor> inputs = inputs(80, 900);

        // when
        inputs.get(1).data()[ScoreRequest.CELLS + LAST_HOUR + series("hr")] = 0;

        // then
        assertThatCode(() -> SHIPPED.check(inputs)).doesNotThrowAnyException();
    }

    @Test
    void aMaskOrAnAgeThatNoWindowHasIsRefused() {
        // given
        List<FloatTensor> mask = inputs(80, 80);
        List<FloatTensor> age = inputs(80, 80);

        // when
        mask.get(1).data()[0] = .5F;
        age.get(2).data()[1] = -1;

        // then
        assertRefused("measured: row 0, hour 0, " + name(0) + ": must be 0 or 1, was 0.5", mask);
        assertRefused("ages: row 0, hour 0, " + name(1) + ": must be 0 to 48, was -1.0", age);
    }

    @Test
    void theRangeIsInTheUnitOfTheRecipe() {
        // given: 180 is a usual glucose in mg/dL, and an impossible one in mmol/L
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, series("glucose"), 180);
        List<FloatTensor> inputs = SurvivalTensors.inputs(List.of(request(grid)));
        String rules = "recipe: ward\nrevision: 1\nunit: {glucose: mmol/L}\n";
        WindowInputCheck other = new WindowInputCheck(new RecipeFileParser("ward.yaml", rules).parse());

        // when, then
        assertThatCode(() -> SHIPPED.check(inputs)).doesNotThrowAnyException();
        assertThatThrownBy(() -> other.check(inputs)).hasMessageStartingWith("values: row 0, hour 47, glucose: ");
    }

    private static void assertRefused(String problem, List<FloatTensor> inputs) {
        assertThatThrownBy(() -> SHIPPED.check(inputs))
                .isInstanceOfSatisfying(
                        ServingException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ServingException.ServingErrorCode.INVALID))
                .hasMessage(problem);
    }

    /** Returns the inputs of two windows with these heart rates in their last hour. */
    private static List<FloatTensor> inputs(double... rates) {
        return SurvivalTensors.inputs(List.of(window(rates[0]), window(rates[1])));
    }

    private static ScoreRequest window(double rate) {
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, series("hr"), rate);
        return request(grid);
    }

    private static ScoreRequest request(HourlyGrid grid) {
        return ScoreRequest.of(WindowImputer.fill(grid, 0), StaticFeatures.UNKNOWN);
    }

    private static String name(int series) {
        return VariableCatalogue.standard().series().get(series).name();
    }

    private static int series(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}

package org.vigie.signal.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;

/** Tests what each step of a recipe does to a window. */
class PreparedWindowTest {
    private static final int LAST = (HourlyGrid.HOURS - 1) * HourlyGrid.SERIES;

    private final HourlyGrid grid = new HourlyGrid();

    @Test
    void aSeriesThatIsNotSelectedCountsAsNeverMeasured() {
        // given
        grid.add(3, series("hr"), 80);

        // when
        FilledWindow window = filled("select: [temp]\n");

        // then
        assertThat(window.cells()[LAST + series("hr")]).isEqualTo(CellOrigin.NORMAL);
        assertThat(window.ages()[LAST + series("hr")]).isEqualTo(FilledWindow.NEVER);
    }

    @Test
    void aValueOutsideItsRangeIsLeftOutAndTheOneBeforeIsCarried() {
        // given
        grid.add(2, series("hr"), 80);
        grid.add(3, series("hr"), 290);

        // when
        FilledWindow window = filled("range: {hr: [20, 250]}\n");

        // then
        assertThat(window.values()[LAST + series("hr")]).isEqualTo(80);
        assertThat(window.cells()[LAST + series("hr")]).isEqualTo(CellOrigin.CARRIED);
    }

    @Test
    void anEmptyHourTakesTheValueOfTheMergedSeries() {
        // given
        grid.add(2, series("abp_mean"), 70);
        grid.add(3, series("nibp_mean"), 64);

        // when
        FilledWindow window = filled("merge: {abp_mean: nibp_mean}\n");

        // then
        assertThat(window.values()[LAST + series("abp_mean")]).isEqualTo(64);
        assertThat(window.values()[LAST - HourlyGrid.SERIES + series("abp_mean")])
                .isEqualTo(70);
        assertThat(window.cells()[LAST + series("abp_mean")]).isEqualTo(CellOrigin.MEASURED);
    }

    @Test
    void aValueIsCarriedNoLongerThanTheRecipeAllows() {
        // given
        grid.add(0, series("lactate"), 4);
        grid.add(3, series("hr"), 80);

        // when
        FilledWindow window = filled("impute: {carryHours: 2}\n");

        // then: the age still says when it was measured
        assertThat(window.values()[LAST - HourlyGrid.SERIES + series("lactate")])
                .isEqualTo(4);
        assertThat(window.cells()[LAST + series("lactate")]).isEqualTo(CellOrigin.NORMAL);
        assertThat(window.ages()[LAST + series("lactate")]).isEqualTo(3);
    }

    @Test
    void valuesAndNormalValuesHaveTheUnitOfTheRecipe() {
        // given
        grid.add(3, series("glucose"), 180);

        // when
        FilledWindow window = filled("unit: {glucose: mmol/L}\n");

        // then
        assertThat(window.values()[LAST + series("glucose")]).isCloseTo(9.99F, within(0.05F));
        assertThat(window.values()[series("glucose")]).isBetween(4F, 10F);
    }

    @Test
    void withoutAgesTheModelReceivesZeros() {
        // given
        grid.add(1, series("hr"), 80);
        grid.add(3, series("temp"), 37);

        // when
        FilledWindow window = filled("encode: [VALUES, MEASURED]\n");

        // then
        assertThat(window.ages()).containsOnly(0);
        assertThat(window.values()[LAST + series("hr")]).isEqualTo(80);
    }

    private FilledWindow filled(String step) {
        PreparationRecipe recipe = new RecipeFileParser("r.yaml", "recipe: r\nrevision: 1\n" + step).parse();
        return new WindowImputer(recipe).filled(grid, 3);
    }

    private static int series(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}

package org.vigie.training.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.feature.LabelledStay;

class InputScalingTest {
    private static final int HR = column("hr");
    private static final int ALT = column("alt");

    @Test
    void onlyMeasuredValuesCount() {
        // when
        InputScaling scaling = InputScaling.fit(List.of(example(60, 20, 40), example(100, 20, 60)));

        // then
        assertThat(scaling.means()[HR]).isEqualTo(80);
        assertThat(scaling.deviations()[HR]).isEqualTo(20);
        assertThat(scaling.logged()[HR]).isZero();
    }

    @Test
    void aSeriesWithAFewHugeValuesIsLogged() {
        // given
        List<LabelledStay> examples = IntStream.range(0, 100)
                .mapToObj(i -> example(80, i == 0 ? 9000 : 20, 50))
                .toList();

        // when
        InputScaling scaling = InputScaling.fit(examples);

        // then
        assertThat(scaling.logged()[ALT]).isOne();
        assertThat(scaling.means()[ALT])
                .isEqualTo((float) ((99 * Math.log1p(20) + Math.log1p(9000)) / 100), within(1e-5f));
    }

    @Test
    void whatWasNeverMeasuredOrNeverVariesIsLeftAsItIs() {
        // when
        InputScaling scaling = InputScaling.fit(List.of(example(80, 20, 50), example(80, 20, 60)));

        // then
        assertThat(scaling.deviations()[HR]).isOne();
        assertThat(scaling.means()[column("lactate")]).isZero();
        assertThat(scaling.deviations()[column("lactate")]).isOne();
    }

    @Test
    void anUnknownAgeDoesNotPullTheMeanAndAFlagIsNotScaled() {
        // given
        InputScaling scaling =
                InputScaling.fit(List.of(example(80, 20, 40), example(80, 20, 60), example(80, 20, Double.NaN)));

        int age = StaticFeatures.NAMES.indexOf("age_years");
        int male = StaticFeatures.NAMES.indexOf("male");

        // when, then
        assertThat(scaling.staticMeans()[age]).isEqualTo(50);
        assertThat(scaling.staticDeviations()[age]).isEqualTo(10);
        assertThat(scaling.staticMeans()[male]).isZero();
        assertThat(scaling.staticDeviations()[male]).isOne();
    }

    private static LabelledStay example(double hr, double alt, double age) {
        HourlyGrid grid = new HourlyGrid();
        grid.add(3, HR, hr);
        grid.add(3, ALT, alt);
        return new LabelledStay(
                1, grid, new StaticFeatures(age, AdministrativeSex.MALE, 170, 70, UnitType.MEDICAL), false);
    }

    private static int column(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}

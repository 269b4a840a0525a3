package org.vigie.training.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.feature.Statics.Sex;
import org.vigie.signal.feature.Statics.Unit;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.Example;

class ScalingTest {
    private static final int HR = column("hr");
    private static final int ALT = column("alt");

    @Test
    void onlyMeasuredValuesCount() {
        Scaling scaling = Scaling.fit(List.of(example(60, 20, 40), example(100, 20, 60)));

        assertThat(scaling.means()[HR]).isEqualTo(80);
        assertThat(scaling.deviations()[HR]).isEqualTo(20);
        assertThat(scaling.logged()[HR]).isZero();
    }

    @Test
    void aSeriesWithAFewHugeValuesIsLogged() {
        List<Example> examples = IntStream.range(0, 100)
                .mapToObj(i -> example(80, i == 0 ? 9000 : 20, 50))
                .toList();

        Scaling scaling = Scaling.fit(examples);

        assertThat(scaling.logged()[ALT]).isOne();
        assertThat(scaling.means()[ALT])
                .isEqualTo((float) ((99 * Math.log1p(20) + Math.log1p(9000)) / 100), within(1e-5f));
    }

    @Test
    void whatWasNeverMeasuredOrNeverVariesIsLeftAsItIs() {
        Scaling scaling = Scaling.fit(List.of(example(80, 20, 50), example(80, 20, 60)));

        assertThat(scaling.deviations()[HR]).isOne();
        assertThat(scaling.means()[column("lactate")]).isZero();
        assertThat(scaling.deviations()[column("lactate")]).isOne();
    }

    @Test
    void anUnknownAgeDoesNotPullTheMeanAndAFlagIsNotScaled() {
        Scaling scaling = Scaling.fit(List.of(example(80, 20, 40), example(80, 20, 60), example(80, 20, Double.NaN)));

        int age = Statics.NAMES.indexOf("age_years");
        int male = Statics.NAMES.indexOf("male");
        assertThat(scaling.staticMeans()[age]).isEqualTo(50);
        assertThat(scaling.staticDeviations()[age]).isEqualTo(10);
        assertThat(scaling.staticMeans()[male]).isZero();
        assertThat(scaling.staticDeviations()[male]).isOne();
    }

    private static Example example(double hr, double alt, double age) {
        HourlyGrid grid = new HourlyGrid();
        grid.add(3, HR, hr);
        grid.add(3, ALT, alt);
        return new Example(1, grid, new Statics(age, Sex.MALE, 170, 70, Unit.MEDICAL), false);
    }

    private static int column(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}

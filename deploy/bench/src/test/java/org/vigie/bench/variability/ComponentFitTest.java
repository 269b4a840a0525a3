package org.vigie.bench.variability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.patient.NoiseComponent;

/** Tests the division of a variance among noise components. */
class ComponentFitTest {
    private static final double[] PERIODS = {15, 60, 240, 3_600};

    @Test
    void theComponentsThatMadeTheChangesAreFound() {
        // given
        Map<Double, Double> changes = new TreeMap<>();
        for (double lag : new double[] {5, 10, 30, 60, 120, 240, 3_600, 7_200}) {
            changes.put(lag, change(lag, 15, 1.5) + change(lag, 3_600, 4));
        }

        // when
        Map<Double, Double> deviations = new ComponentFit(changes, PERIODS).deviations();

        // then
        assertThat(deviations.get(15.0)).isCloseTo(1.5, within(0.05));
        assertThat(deviations.get(3_600.0)).isCloseTo(4, within(0.1));
        assertThat(deviations.getOrDefault(60.0, 0.0)).isLessThan(0.3);
    }

    @Test
    void noVarianceIsEverNegative() {
        // when
        Map<Double, Double> deviations =
                new ComponentFit(new TreeMap<>(Map.of(5.0, 4.0, 3_600.0, 1.0)), PERIODS).deviations();

        // then
        assertThat(deviations.values()).allMatch(deviation -> deviation > 0);
    }

    private static double change(double lag, double period, double deviation) {
        return 2 * deviation * deviation * (1 - NoiseComponent.autocorrelation(lag / period));
    }
}

package org.vigie.bench.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Tests how well a drift can be told at best. */
class PressureDriftBoundTest {
    private static final int ROWS = 5_400;
    private static final RandomSeed SEED = new RandomSeed(5);

    @Test
    void aDriftIsToldBesidePressuresThatHardlyMove() {
        assertThat(new PressureDriftBound(List.of(line(1)), SEED).f1()).isGreaterThan(0.95);
    }

    @Test
    void aDriftIsNotToldBesidePressuresThatMoveAsFar() {
        assertThat(new PressureDriftBound(List.of(line(40)), SEED).f1()).isLessThan(0.8);
    }

    @Test
    void withoutALineThereIsNoBound() {
        assertThat(new PressureDriftBound(List.of(), SEED).f1()).isNaN();
    }

    /** Returns pressures that move slowly by up to a number of mmHg. */
    private static SignalGrid line(double movement) {
        return new SignalGrid(
                "story",
                true,
                List.of("abp_sys", "abp_dia", "abp_mean"),
                IntStream.range(0, ROWS).asLongStream().toArray(),
                new double[][] {
                    values(row -> 140 + movement * Math.sin(row / 400.0)),
                    values(row -> 80 + movement * Math.sin(row / 290.0)),
                    values(row -> 100)
                });
    }

    private static double[] values(IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }
}

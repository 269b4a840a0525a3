package org.vigie.bench.artefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.clean.retrospective.SignalGrid;
import org.vigie.simulator.patient.RandomSeed;

/** Tests what is planted, and that its truth is known. */
class ArtefactPlanterTest {
    private static final int HOUR = 3_600;
    private static final RandomSeed SEED = new RandomSeed(11);

    @Test
    void aChangedCellIsMarkedAsAltered() {
        for (PlantedKind kind : PlantedKind.values()) {
            // given
            DisturbedGrid grid = new DisturbedGrid(monitored());

            // when
            kind.planter().plant(grid, monitored(), SEED);

            // then
            assertThat(unmarkedChanges(grid)).as(kind.key()).isZero();
        }
    }

    @Test
    void aWrongClockMovesStampsAndNoValue() {
        // given
        DisturbedGrid grid = new DisturbedGrid(monitored());

        // when
        PlantedKind.CLOCK.planter().plant(grid, monitored(), SEED);

        // then
        assertThat(grid.seen().stamps()).isNotEqualTo(grid.clean().seconds());
        assertThat(grid.seen().signals().values()).isDeepEqualTo(grid.clean().values());
    }

    @Test
    void aValueInAnotherUnitIsTheNumberOfThatUnit() {
        // given
        SignalGrid chart = new SignalGrid("chart", false, List.of("temp"), seconds(400), new double[][] {all(37, 400)});
        DisturbedGrid grid = new DisturbedGrid(chart);

        // when
        PlantedKind.UNIT_ERROR.planter().plant(grid, chart, SEED);

        // then
        assertThat(grid.seen().values(0))
                .contains(new double[] {37, 98.6, 310.15}, within(0.01))
                .hasSize(400);
    }

    @Test
    void whatTheRecordingItselfDidNotMeasureCountsForNoDetector() {
        // given
        double[] systolic = {120, 0, 118, 450, 12};
        SignalGrid chart = new SignalGrid("chart", false, List.of("abp_sys"), seconds(5), new double[][] {systolic});

        // when
        DisturbedGrid grid = new DisturbedGrid(chart);

        // then
        assertThat(IntStream.range(0, 5).filter(row -> grid.isUndecided(0, row)))
                .containsExactly(1, 3);
    }

    private static long unmarkedChanges(DisturbedGrid grid) {
        double[][] seen = grid.seen().signals().values();
        return IntStream.range(0, seen.length)
                .mapToLong(place -> IntStream.range(0, seen[place].length)
                        .filter(row -> seen[place][row] != grid.clean().values()[place][row])
                        .filter(row -> !grid.altered().at(place, row))
                        .count())
                .sum();
    }

    private static SignalGrid monitored() {
        List<String> variables = List.of("hr", "rr", "spo2", "pulse_spo2", "temp", "abp_sys", "abp_dia", "abp_mean");
        double[] levels = {80, 16, 97, 80, 37, 120, 70, 87};
        double[][] values = IntStream.range(0, levels.length)
                .mapToObj(place -> all(levels[place], HOUR))
                .toArray(double[][]::new);
        return new SignalGrid("story", true, variables, seconds(HOUR), values);
    }

    private static double[] all(double value, int count) {
        return IntStream.range(0, count).mapToDouble(row -> value).toArray();
    }

    private static long[] seconds(int count) {
        return IntStream.range(0, count).asLongStream().toArray();
    }
}

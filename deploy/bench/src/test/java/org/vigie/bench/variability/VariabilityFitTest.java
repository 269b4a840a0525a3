package org.vigie.bench.variability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.TimeScale;
import org.vigie.simulator.patient.VariabilityTable;

/** Tests the fit on stays whose numbers are known. */
class VariabilityFitTest {
    private static final RandomSeed SEED = new RandomSeed(9);

    @TempDir
    Path directory;

    @Test
    void levelsAndCorrelationsAreThoseOfTheStays() {
        // when
        VariabilityTable table = new VariabilityTable(fit().rows());

        // then
        assertThat(table.levels("hr").get(0.5)).isCloseTo(90, within(3.0));
        assertThat(table.correlations(TimeScale.SLOW)[3][4]).isGreaterThan(0.9);
        assertThat(table.levels("pulse_difference")).isEmpty();
    }

    @Test
    void pressureHasTheShapeOfTheHeartRateAndIsMarkedAsAnAssumption() {
        assertThat(fit().rows())
                .filteredOn(row -> row.sign().equals("abp_sys")
                        && row.parameter().equals("component")
                        && TimeScale.of(Double.parseDouble(row.key())) == TimeScale.FAST)
                .isNotEmpty()
                .allMatch(row -> row.source().startsWith("assumption"));
    }

    @Test
    void theFileHoldsARowForEachNumber() throws Exception {
        // given
        Path file = directory.resolve("variability.csv");

        // when
        new VariabilityFile(file).write(fit().rows());

        // then
        assertThat(Files.readAllLines(file))
                .startsWith("sign,parameter,key,value,source")
                .hasSize(fit().rows().size() + 1);
    }

    private static VariabilityFit fit() {
        RecordedStays monitored = stays("monitored", 481, 30);
        RecordedStays charted = stays("charted", 49, 40);
        return new VariabilityFit(monitored, charted, charted);
    }

    private static RecordedStays stays(String label, int steps, int count) {
        List<Map<String, EvenSeries>> stays = IntStream.range(0, count)
                .mapToObj(stay -> Map.of(
                        "hr", series(stay, "hr", 90, steps),
                        "rr", series(stay, "rr", 18, steps),
                        "spo2", series(stay, "spo2", 96, steps),
                        "abp_sys", series(stay, "line", 120, steps),
                        "abp_dia", series(stay, "line", 60, steps),
                        "temp", series(stay, "temp", 37, steps)))
                .toList();
        return new RecordedStays(label, stays);
    }

    private static EvenSeries series(int stay, String name, double level, int steps) {
        RandomSeed own = SEED.derive(name).derive(stay);
        return new EvenSeries(IntStream.range(0, steps)
                .mapToDouble(step -> level + 2 * own.bell(-1) + 3 * own.bell(step))
                .toArray());
    }
}

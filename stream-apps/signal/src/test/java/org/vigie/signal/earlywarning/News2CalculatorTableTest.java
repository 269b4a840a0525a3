package org.vigie.signal.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.signal.table.ClinicalTable;

/**
 * Tests every boundary of the table, one step to each side, against an independent copy of the chart of the Royal College of Physicians.
 */
class News2CalculatorTableTest {
    private final ScoreTable table = ScoreTable.load("news2.csv");

    /** Parameter and step, then points and the last value that earns them. The last points have no end. */
    private static final List<String> CHART = List.of(
            "rr 1 | 3 8 | 1 11 | 0 20 | 2 24 | 3",
            "spo2_scale1 1 | 3 91 | 2 93 | 1 95 | 0",
            "spo2_scale2_air 1 | 3 83 | 2 85 | 1 87 | 0",
            "spo2_scale2_oxygen 1 | 3 83 | 2 85 | 1 87 | 0 92 | 1 94 | 2 96 | 3",
            "oxygen 1 | 0 0 | 2",
            "sbp 1 | 3 90 | 2 100 | 1 110 | 0 219 | 3",
            "pulse 1 | 3 40 | 1 50 | 0 90 | 1 110 | 2 130 | 3",
            "gcs 1 | 3 14 | 0",
            "temp 0.1 | 3 35.0 | 1 36.0 | 0 38.0 | 1 39.0 | 2");

    @TestFactory
    Stream<DynamicTest> everyBoundaryIsWhereTheChartHasIt() {
        return CHART.stream().flatMap(line -> boundaries(line.split(" \\| ", -1)));
    }

    private Stream<DynamicTest> boundaries(String[] parts) {
        String parameter = parts[0].split(" ", -1)[0];
        double step = Double.parseDouble(parts[0].split(" ", -1)[1]);
        ScoreBands bands = table.bands(parameter);
        return Stream.iterate(1, i -> i < parts.length - 1, i -> i + 1).map(i -> {
            double last = Double.parseDouble(parts[i].split(" ", -1)[1]);
            int here = Integer.parseInt(parts[i].split(" ", -1)[0]);
            int beyond = Integer.parseInt(parts[i + 1].split(" ", -1)[0]);
            return DynamicTest.dynamicTest(parameter + " " + last, () -> {
                assertThat(bands.points(last)).isEqualTo(here);
                assertThat(bands.points(Math.round((last + step) * 10) / 10.0)).isEqualTo(beyond);
            });
        });
    }

    @Test
    void theChartAboveNamesEveryParameterOfTheTable() {
        assertThat(table.all())
                .extracting(ScoreBands::parameter)
                .containsExactlyInAnyOrderElementsOf(
                        CHART.stream().map(line -> line.split(" ", -1)[0]).toList());
    }

    @Test
    void theMostIsTwentyPoints() {
        // when
        int most = table.all().stream()
                .filter(bands -> !bands.parameter().startsWith("spo2_scale2"))
                .mapToInt(ScoreBands::most)
                .sum();

        // then
        assertThat(most).isEqualTo(20);
    }

    @Test
    void aTableWithOverlappingBoundsIsRefused() {
        assertThatThrownBy(() -> table("rr,1,,8,3", "rr,1,8,,0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rr: the band from 8.0");
    }

    @Test
    void aTableWithAGapIsRefused() {
        assertThatThrownBy(() -> table("rr,1,,8,3", "rr,1,10,,0")).hasMessageContaining("rr: the band from 10.0");
        assertThatThrownBy(() -> table("rr,1,1,8,3", "rr,1,9,,0")).hasMessageContaining("must be open");
    }

    @Test
    void aTableStatesItsVersionAndSource() {
        assertThat(table.version()).isEqualTo("news2-2017");
        assertThat(table.source()).contains("Royal College of Physicians");
        assertThatThrownBy(() -> ClinicalTable.parse("x.csv", List.of("a,b", "1,2")))
                .hasMessage("x.csv.version: must be given in a comment line");
    }

    private static ScoreTable table(String... rows) {
        List<String> lines = Stream.concat(
                        Stream.of("# version: t", "# source: t", "parameter,step,low,high,points"), Stream.of(rows))
                .toList();
        return ScoreTable.of(ClinicalTable.parse("t.csv", lines));
    }
}

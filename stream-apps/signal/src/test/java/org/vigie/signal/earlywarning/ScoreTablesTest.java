package org.vigie.signal.earlywarning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.signal.table.ClinicalTable;

/** Tests every boundary of every table, one step to each side, and its bands against an independent copy of the source. */
class ScoreTablesTest {
    private static final Map<String, ScoreTable> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("news2-2017", ScoreTable.load("news2.csv"));
        Arrays.stream(PointsScore.values()).forEach(score -> TABLES.put(score.version(), score.table()));
        Arrays.stream(SofaScore.values()).forEach(sofa -> TABLES.put(sofa.version(), sofa.table()));
    }

    /** Table and parameter, then points and the last value that earns them. The last points have no end. */
    private static final List<String> SOURCES = List.of(
            "qsofa-2016 rr | 0 21 | 1",
            "qsofa-2016 sbp | 1 100 | 0",
            "qsofa-2016 gcs | 1 14 | 0",
            "sirs-1992 temp | 1 35.9 | 0 38.0 | 1",
            "sirs-1992 pulse | 0 90 | 1",
            "sirs-1992 rr | 0 20 | 1",
            "sirs-1992 paco2 | 1 31 | 0",
            "sirs-1992 wbc | 1 3.9 | 0 12.0 | 1",
            "shock-index-1967 shock_index | 0 0.70 | 1 0.99 | 2",
            "mews-subbe-2001 rr | 2 8 | 0 14 | 1 20 | 2 29 | 3",
            "mews-subbe-2001 pulse | 2 40 | 1 50 | 0 100 | 1 110 | 2 129 | 3",
            "mews-subbe-2001 sbp | 3 70 | 2 80 | 1 100 | 0 199 | 2",
            "mews-subbe-2001 temp | 2 34.9 | 0 38.4 | 2",
            "mews-subbe-2001 gcs | 3 5 | 2 10 | 1 14 | 0",
            "esi-danger-4 pulse | 0 100 | 1",
            "esi-danger-4 rr | 0 20 | 1",
            "esi-danger-4 spo2 | 1 91 | 0",
            "sofa-1996 pf | 4 99 | 3 199 | 2 299 | 1 399 | 0",
            "sofa-1996 platelets | 4 19 | 3 49 | 2 99 | 1 149 | 0",
            "sofa-1996 bilirubin | 0 1.1 | 1 1.9 | 2 5.9 | 3 11.9 | 4",
            "sofa-1996 map | 1 69 | 0",
            "sofa-1996 gcs | 4 5 | 3 9 | 2 12 | 1 14 | 0",
            "sofa-1996 creatinine | 0 1.1 | 1 1.9 | 2 3.4 | 3 4.9 | 4",
            "sofa-1996 catecholamine | 0 0 | 3 0.1 | 4",
            "sofa-1996 dopamine | 0 0 | 2 5 | 3 15 | 4",
            "sofa-1996 dobutamine | 0 0 | 2",
            "sofa2-2025 catecholamine | 0 0 | 2 0.2 | 3 0.4 | 4",
            "sofa2-2025 vasopressor | 0 0 | 2",
            "sofa2-2025 pf | 4 75 | 3 150 | 2 225 | 1 300 | 0",
            "sofa2-2025 sf | 4 120 | 3 200 | 2 250 | 1 300 | 0",
            "sofa2-2025 platelets | 4 50 | 3 80 | 2 100 | 1 150 | 0",
            "sofa2-2025 bilirubin | 0 1.2 | 1 3.0 | 2 6.0 | 3 12.0 | 4",
            "sofa2-2025 map | 1 69 | 0",
            "sofa2-2025 gcs | 4 5 | 3 8 | 2 12 | 1 14 | 0",
            "sofa2-2025 creatinine | 0 1.2 | 1 2.0 | 2 3.5 | 3");

    private static Stream<Map.Entry<String, ScoreBands>> all() {
        return TABLES.entrySet().stream()
                .flatMap(table -> table.getValue().all().stream()
                        .map(bands -> Map.entry(table.getKey() + " " + bands.parameter(), bands)));
    }

    /** Rounds a value to the charting resolution, without the error of added steps. */
    private static double charted(double value, double step) {
        return Math.round(value / step) / (double) Math.round(1 / step);
    }

    @TestFactory
    Stream<DynamicTest> oneStepToEachSideOfEveryBoundaryIsTheNeighboursBand() {
        return all().map(table -> DynamicTest.dynamicTest(table.getKey(), () -> {
            ScoreBands bands = table.getValue();
            for (int i = 1; i < bands.bands().size(); i++) {
                ScoreBands.ScoreBand below = bands.bands().get(i - 1);
                ScoreBands.ScoreBand above = bands.bands().get(i);
                assertThat(bands.points(below.high())).isEqualTo(below.points());
                assertThat(bands.points(charted(below.high() + bands.resolution(), bands.resolution())))
                        .isEqualTo(above.points());
                assertThat(bands.points(above.low())).isEqualTo(above.points());
                assertThat(bands.points(charted(above.low() - bands.resolution(), bands.resolution())))
                        .isEqualTo(below.points());
                assertThat(below.points()).isNotEqualTo(above.points());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyValueIsInExactlyOneBand() {
        return all().map(table -> DynamicTest.dynamicTest(table.getKey(), () -> {
            ScoreBands bands = table.getValue();
            double first = bands.bands().get(0).high() - 20 * bands.resolution();
            double last = bands.bands().get(bands.bands().size() - 1).low() + 20 * bands.resolution();
            int steps = (int) Math.round((last - first) / bands.resolution());
            assertThat(IntStream.rangeClosed(0, steps)
                            .mapToDouble(step -> charted(first + step * bands.resolution(), bands.resolution()))
                            .mapToObj(value -> bands.bands().stream()
                                    .filter(band -> band.contains(value))
                                    .count()))
                    .containsOnly(1L);
        }));
    }

    @TestFactory
    Stream<DynamicTest> theBandsAreThoseOfTheSource() {
        return SOURCES.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] parts = line.split(" \\| ", -1);
                    String[] place = parts[0].split(" ", -1);
                    List<ScoreBands.ScoreBand> bands =
                            TABLES.get(place[0]).bands(place[1]).bands();
                    assertThat(bands).hasSize(parts.length - 1);
                    for (int i = 0; i < bands.size(); i++) {
                        String[] wanted = parts[i + 1].split(" ", -1);
                        assertThat(bands.get(i).points()).isEqualTo(Integer.parseInt(wanted[0]));
                        assertThat(bands.get(i).high())
                                .isEqualTo(
                                        wanted.length == 1 ? Double.POSITIVE_INFINITY : Double.parseDouble(wanted[1]));
                    }
                }));
    }

    @Test
    void everyParameterHasItsSourceWrittenDown() {
        // given
        List<String> written = SOURCES.stream()
                .map(line -> line.substring(0, line.indexOf(" |")))
                .toList();

        // when, then
        assertThat(all().map(Map.Entry::getKey).filter(name -> !name.startsWith("news2")))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyTableStatesItsVersionAndSource() {
        TABLES.forEach((version, table) -> {
            assertThat(table.version()).isEqualTo(version);
            assertThat(table.source()).contains(".").hasSizeGreaterThan(40);
        });
    }

    @Test
    void twoStepsForOneParameterAreRefused() {
        // given
        List<String> lines =
                List.of("# version: t", "# source: t", "parameter,step,low,high,points", "rr,1,,8,3", "rr,2,10,,0");

        // when, then
        assertThatThrownBy(() -> ScoreTable.of(ClinicalTable.parse("t.csv", lines)))
                .hasMessage("step: must be the same for all bands of a parameter, was 2.0");
    }
}

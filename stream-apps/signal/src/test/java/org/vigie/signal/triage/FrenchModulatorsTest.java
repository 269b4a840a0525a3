package org.vigie.signal.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests the level that one vital sign alone gives, over its whole range, against an independent copy of the FRENCH triage grid. */
class FrenchModulatorsTest {
    /** Vital sign, step and lowest value, then level and the last value that has it. The last level has no end within the range. */
    private static final List<String> GRID = List.of(
            "sbp 1 30 | TRI_1 70 | TRI_2 90 | TRI_3B 100 | UNKNOWN 179 | TRI_3B 219 | TRI_2 280",
            "pulse 1 10 | TRI_1 40 | TRI_3B 50 | UNKNOWN 109 | TRI_3B 129 | TRI_2 179 | TRI_1 250",
            "rr 1 1 | UNKNOWN 29 | TRI_2 39 | TRI_1 80",
            "spo2 1 40 | TRI_1 85 | TRI_2 90 | UNKNOWN 100",
            "gcs 1 3 | TRI_1 8 | TRI_2 13 | TRI_3B 14 | UNKNOWN 15",
            "temp 0.1 25.0 | TRI_1 32.0 | TRI_2 35.2 | UNKNOWN 39.9 | TRI_2 44.0");

    private final List<TriageModulator> alone = TriageRules.adultIcu().modulators().stream()
            .filter(row -> row.scheme().equals("FRENCH") && row.all().size() == 1)
            .toList();

    private TriageLevel level(String vital, double value) {
        return alone.stream()
                .filter(row -> row.holds(Map.of(vital, value)))
                .map(TriageModulator::level)
                .min(TriageLevel::compareTo)
                .orElse(TriageLevel.UNKNOWN);
    }

    @TestFactory
    Stream<DynamicTest> everyValueHasTheLevelOfTheGrid() {
        return GRID.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] parts = line.split(" \\| ", -1);
                    String[] vital = parts[0].split(" ", -1);
                    long stepsPerUnit = Math.round(1 / Double.parseDouble(vital[1]));
                    long next = Math.round(Double.parseDouble(vital[2]) * stepsPerUnit);
                    for (int i = 1; i < parts.length; i++) {
                        String[] wanted = parts[i].split(" ", -1);
                        for (; next <= Math.round(Double.parseDouble(wanted[1]) * stepsPerUnit); next++) {
                            double value = next / (double) stepsPerUnit;
                            assertThat(level(vital[0], value))
                                    .as("%s %s", vital[0], value)
                                    .hasToString(wanted[0]);
                        }
                    }
                }));
    }

    @Test
    void theGridAboveNamesEveryVitalOfTheTable() {
        // when
        Set<String> vitals = alone.stream().map(row -> row.all().get(0).input()).collect(Collectors.toSet());

        // then
        assertThat(vitals)
                .containsExactlyInAnyOrderElementsOf(
                        GRID.stream().map(line -> line.split(" ", -1)[0]).toList());
    }
}

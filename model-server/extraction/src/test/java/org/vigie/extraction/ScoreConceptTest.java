package org.vigie.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.earlywarning.PointsScore;
import org.vigie.signal.earlywarning.SofaScore;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ReadingPosition;

/** Compares Vigie's SOFA and SIRS with mimic-code's queries over every boundary, where a checkout of mimic-code is at hand. */
class ScoreConceptTest {
    private static final Instant NOW = Instant.parse("2150-01-01T00:00:00Z");

    private final Optional<ScoreConcept> concept = Optional.ofNullable(System.getenv("VIGIE_MIMIC_CODE"))
            .map(checkout -> new ScoreConcept(Path.of(checkout, "mimic-iv/concepts_duckdb/score")));

    @BeforeEach
    void assumeACheckout() {
        if (concept.isEmpty()) {
            System.out.println(
                    "SKIPPED ScoreConceptTest: no queries of mimic-code; set VIGIE_MIMIC_CODE to a checkout");
        }
        assumeThat(concept).isPresent();
    }

    @Test
    void everyOrganOfSofaHasThePointsOfTheConceptQuery() throws IOException, SQLException {
        // when
        Map<Integer, Map<Integer, Map<String, Integer>>> expected =
                concept.orElseThrow().sofa();

        // then
        for (int stay : ScoreConcept.STAYS) {
            for (int hour = 0; hour < ScoreConcept.HOURS; hour++) {
                assertThat(organs(stay, hour))
                        .as("stay %d, hour %d", stay, hour)
                        .isEqualTo(expected.get(stay).get(hour));
            }
        }
    }

    @Test
    void sirsHasThePointsOfTheConceptQuery() throws IOException, SQLException {
        // when
        Map<Integer, Integer> expected = concept.orElseThrow().sirs();

        // then
        for (int number = 0; number < ScoreConcept.HOURS; number++) {
            EarlyWarningScore score = PointsScore.SIRS.score(sirsValues(number), NOW);
            assertThat(score.low()).as("stay %d", number).isEqualTo(expected.get(number));
        }
    }

    private static Map<String, Integer> organs(int stay, int hour) {
        EarlyWarningScore score = SofaScore.CLASSIC.score(sofaValues(stay, hour), NOW);
        Map<String, Integer> organs = new TreeMap<>();
        organs.put("respiration", points(score, "breathing"));
        organs.put("coagulation", points(score, "platelets"));
        organs.put("liver", points(score, "bilirubin"));
        organs.put("cardiovascular", points(score, "circulation"));
        organs.put("cns", points(score, "gcs"));
        organs.put("renal", points(score, "creatinine"));
        return organs;
    }

    private static int points(EarlyWarningScore score, String input) {
        ScoreComponent part = score.parts().stream()
                .filter(each -> each.input().equals(input))
                .findFirst()
                .orElseThrow();
        assertThat(part.known()).as(input).isTrue();
        return part.low();
    }

    private static CurrentVitals sofaValues(int stay, int hour) {
        boolean second = stay == 2;
        return vitals(Map.ofEntries(
                Map.entry("pao2", hour + 20.0),
                Map.entry("fio2", 100.0),
                Map.entry("platelets", hour % 170 + 0.0),
                Map.entry("bilirubin_total", hour % 140 / 10.0),
                Map.entry("gcs_total", 3.0 + hour % 13),
                Map.entry("creatinine", hour % 60 / 10.0),
                Map.entry("abp_mean", 40.0 + hour % 60),
                Map.entry("mech_vent", second ? 1.0 : 0.0),
                Map.entry("renal_replacement", 0.0),
                Map.entry("noradrenaline", second && hour % 4 == 0 ? hour % 30 / 100.0 : 0.0),
                Map.entry("dopamine", second && hour % 2 == 1 ? hour % 19 + 0.0 : 0.0),
                Map.entry("dobutamine", second && hour % 2 == 1 ? hour % 3 + 0.0 : 0.0)));
    }

    private static CurrentVitals sirsValues(int number) {
        return vitals(Map.of(
                "temp", 35 + number % 41 / 10.0,
                "hr", 80.0 + number % 23,
                "rr", 14.0 + number % 11,
                "paco2", 25.0 + number % 20,
                "wbc", 2 + number % 113 / 10.0));
    }

    private static CurrentVitals vitals(Map<String, Double> values) {
        CurrentVitals vitals = new CurrentVitals();
        values.forEach((variable, value) -> vitals.take(variable, value, NOW, new ReadingPosition(0, 0, 0)));
        return vitals;
    }
}

package org.vigie.triage.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageMetric;
import org.vigie.triage.training.visit.VisitFile;

class TriageResultsTest {
    private static final List<Double> EVEN = List.of(0.2, 0.2, 0.2, 0.2, 0.2);
    /** The first visit has a complaint, the second an assessment, the third vital signs. */
    private static final List<VisitFile.VisitRow> VISITS = List.of(
            visit(1, new TriageVisit(Map.of(TriageInput.HR, 80.0), "chest pain")),
            visit(2, new TriageVisit(Map.of(TriageInput.MENTAL, 1.0), "")),
            visit(3, new TriageVisit(Map.of(TriageInput.HR, 80.0), "")));

    /** The trees of each kind of evidence give one level to all visits. */
    private final TriageResults results = new TriageResults(
            VISITS,
            Map.of(
                    TriageEvidence.COMPLAINT, List.of(always(1)),
                    TriageEvidence.ASSESSMENT, List.of(always(2)),
                    TriageEvidence.VITALS, List.of(always(3))),
            1);

    private static VisitFile.VisitRow visit(int level, TriageVisit visit) {
        return new VisitFile.VisitRow(level + 1, Integer.toString(level), visit, List.of(), level);
    }

    private static List<LevelPrediction> always(int level) {
        var prediction = new LevelPrediction(level, level, EVEN);
        return List.of(prediction, prediction, prediction);
    }

    private List<Integer> levels(TriageEvidence most) {
        return results.of(most).runs().get(0).stream()
                .map(LevelPrediction::level)
                .toList();
    }

    @Test
    void eachVisitIsPredictedByTheTreesOfItsEvidence() {
        assertThat(levels(TriageEvidence.COMPLAINT)).containsExactly(1, 2, 3);
    }

    @Test
    void withLessEvidenceThePoorerTreesPredictTheRicherVisitsToo() {
        assertThat(levels(TriageEvidence.ASSESSMENT)).containsExactly(2, 2, 3);
        assertThat(levels(TriageEvidence.VITALS)).containsExactly(3, 3, 3);
    }

    @Test
    void theEstimatesAreThoseOfTheChosenPredictions() {
        assertThat(results.estimates()
                        .get("complaint")
                        .get(TriageMetric.ACCURACY)
                        .value())
                .isOne();
        assertThat(results.estimates()
                        .get("vitals")
                        .get(TriageMetric.UNDER_TRIAGE)
                        .value())
                .isEqualTo(1 / 3.0);
    }

    @Test
    void theTableHasALineForEachKindOfEvidenceTheRichestFirst() {
        // when
        List<String> lines = results.table().lines().toList();

        // then
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("complaint: ").contains("ACCURACY 1.000 (1.000 to 1.000)");
        assertThat(lines.get(1)).startsWith("assessment: ");
        assertThat(lines.get(2)).startsWith("vitals: ").contains("UNDER_TRIAGE 0.333 (");
    }
}

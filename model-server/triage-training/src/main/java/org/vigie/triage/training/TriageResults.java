package org.vigie.triage.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageMetric;
import org.vigie.triage.training.evaluate.TriageAgreement;
import org.vigie.triage.training.visit.VisitFile;

/** What the cross-validation gave, by how much of each visit was looked at. */
final class TriageResults {
    private final Map<TriageEvidence, TriageAgreement> agreements = new LinkedHashMap<>();
    private final Map<String, Map<TriageMetric, IntervalEstimate>> estimates = new LinkedHashMap<>();

    /** @param judged for each evidence and run, what trees of that evidence say of each visit */
    TriageResults(List<VisitFile.VisitRow> visits, Map<TriageEvidence, List<List<LevelPrediction>>> judged, long seed) {
        int[] experts = visits.stream().mapToInt(VisitFile.VisitRow::level).toArray();
        for (TriageEvidence most : TriageEvidence.values()) {
            List<List<LevelPrediction>> runs = new ArrayList<>();
            for (int run = 0; run < judged.get(most).size(); run++) {
                runs.add(asAsked(visits, judged, most, run));
            }
            TriageAgreement agreement = new TriageAgreement(experts, runs);
            agreements.put(most, agreement);
            estimates.put(most.name().toLowerCase(Locale.ROOT), agreement.estimates(seed));
        }
    }

    /** As the model is asked: each visit goes to the trees of the evidence that it has. */
    private static List<LevelPrediction> asAsked(
            List<VisitFile.VisitRow> visits,
            Map<TriageEvidence, List<List<LevelPrediction>>> judged,
            TriageEvidence most,
            int run) {
        List<LevelPrediction> said = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            TriageEvidence evidence = TriageEvidence.of(visits.get(i).visit()).atMost(most);
            said.add(judged.get(evidence).get(run).get(i));
        }
        return said;
    }

    TriageAgreement of(TriageEvidence most) {
        return agreements.get(most);
    }

    Map<String, Map<TriageMetric, IntervalEstimate>> estimates() {
        return estimates;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        estimates.forEach((evidence, measures) -> {
            table.append(evidence).append(":");
            measures.forEach((metric, estimate) ->
                    table.append(" ").append(metric).append(" ").append(estimate.text()));
            table.append('\n');
        });
        return table.toString();
    }
}

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

/** Holds the results of the cross-validation by kind of evidence. */
final class TriageResults {
    private final Map<TriageEvidence, TriageAgreement> agreements = new LinkedHashMap<>();
    private final Map<String, Map<TriageMetric, IntervalEstimate>> estimates = new LinkedHashMap<>();

    /** @param predictions for each evidence and run, the predictions of trees of that evidence for each visit */
    TriageResults(
            List<VisitFile.VisitRow> visits, Map<TriageEvidence, List<List<LevelPrediction>>> predictions, long seed) {
        int[] experts = visits.stream().mapToInt(VisitFile.VisitRow::level).toArray();
        for (TriageEvidence most : TriageEvidence.values()) {
            List<List<LevelPrediction>> runs = new ArrayList<>();
            for (int run = 0; run < predictions.get(most).size(); run++) {
                runs.add(byEvidence(visits, predictions, most, run));
            }
            TriageAgreement agreement = new TriageAgreement(experts, runs);
            agreements.put(most, agreement);
            estimates.put(most.name().toLowerCase(Locale.ROOT), agreement.estimates(seed));
        }
    }

    /** Chooses for each visit the trees of its evidence, as the model does. */
    private static List<LevelPrediction> byEvidence(
            List<VisitFile.VisitRow> visits,
            Map<TriageEvidence, List<List<LevelPrediction>>> predictions,
            TriageEvidence most,
            int run) {
        List<LevelPrediction> chosen = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            TriageEvidence evidence = TriageEvidence.of(visits.get(i).visit()).atMost(most);
            chosen.add(predictions.get(evidence).get(run).get(i));
        }
        return chosen;
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

package org.vigie.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.triage.evaluate.Agreement;
import org.vigie.triage.evaluate.Estimate;
import org.vigie.triage.evaluate.Measure;
import org.vigie.triage.feature.Evidence;
import org.vigie.triage.learn.Judged;
import org.vigie.triage.visit.VisitFile;

/** What the cross-validation gave, by how much of each visit was looked at. */
final class Results {
    private final Map<Evidence, Agreement> agreements = new LinkedHashMap<>();
    private final Map<String, Map<Measure, Estimate>> estimates = new LinkedHashMap<>();

    /** @param judged for each evidence and run, what trees of that evidence say of each visit */
    Results(List<VisitFile.Row> visits, Map<Evidence, List<List<Judged>>> judged, long seed) {
        int[] experts = visits.stream().mapToInt(VisitFile.Row::level).toArray();
        for (Evidence most : Evidence.values()) {
            List<List<Judged>> runs = new ArrayList<>();
            for (int run = 0; run < judged.get(most).size(); run++) {
                runs.add(asAsked(visits, judged, most, run));
            }
            Agreement agreement = new Agreement(experts, runs);
            agreements.put(most, agreement);
            estimates.put(most.name().toLowerCase(Locale.ROOT), agreement.estimates(seed));
        }
    }

    /** As the model is asked: each visit goes to the trees of the evidence that it has. */
    private static List<Judged> asAsked(
            List<VisitFile.Row> visits, Map<Evidence, List<List<Judged>>> judged, Evidence most, int run) {
        List<Judged> said = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            Evidence evidence = Evidence.of(visits.get(i).visit()).atMost(most);
            said.add(judged.get(evidence).get(run).get(i));
        }
        return said;
    }

    Agreement of(Evidence most) {
        return agreements.get(most);
    }

    Map<String, Map<Measure, Estimate>> estimates() {
        return estimates;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        estimates.forEach((evidence, measures) -> {
            table.append(evidence).append(":");
            measures.forEach((measure, estimate) ->
                    table.append(" ").append(measure).append(" ").append(estimate.text()));
            table.append('\n');
        });
        return table.toString();
    }
}

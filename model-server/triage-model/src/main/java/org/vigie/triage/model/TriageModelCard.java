package org.vigie.triage.model;

import java.util.List;
import java.util.Map;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.triage.feature.TriageEvidence;

/**
 * What a model is, where it comes from and how good it is; {@code model-card.json} in its folder.
 *
 * @param digest SHA-256 of the files of trees, in the order of {@link TriageEvidence}
 * @param complaints version of the table of complaints
 * @param columns what the trees of each evidence see
 * @param trees how they were grown, and how their scores become levels
 * @param visits learnt from
 * @param results cross-validated, by what was looked at
 */
public record TriageModelCard(
        String name,
        String version,
        String digest,
        String purpose,
        String notice,
        String data,
        String licence,
        String attribution,
        String complaints,
        Map<TriageEvidence, List<String>> columns,
        Map<TriageEvidence, TunedTriageTrees> trees,
        int visits,
        Map<String, Map<TriageMetric, IntervalEstimate>> results,
        List<String> limits,
        String command) {
    TriageModelCard withDigest(String made) {
        return new TriageModelCard(
                name,
                version,
                made,
                purpose,
                notice,
                data,
                licence,
                attribution,
                complaints,
                columns,
                trees,
                visits,
                results,
                limits,
                command);
    }

    /** As it is shown beside what the model says. */
    String signature() {
        return name + "/" + version + "@" + digest.substring(0, 12);
    }
}

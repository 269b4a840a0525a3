package org.vigie.triage.model;

import java.util.List;
import java.util.Map;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.triage.feature.TriageEvidence;

/**
 * Describes a triage model: its purpose, origin, training and results. Stored as {@code model-card.json} in the model's folder.
 *
 * @param digest SHA-256 of the files of trees, in the order of {@link TriageEvidence}
 * @param complaints version of the table of complaints
 * @param columns the features of the trees of each kind of evidence
 * @param trees their settings and the scale of their scores
 * @param visits that the model learnt from
 * @param results cross-validated, by kind of evidence
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

    /** Names the model beside its opinion: name, version and the first digits of the digest. */
    String signature() {
        return name + "/" + version + "@" + digest.substring(0, 12);
    }
}

package org.vigie.signal.triage;

import java.util.List;
import org.vigie.signal.text.LocalizedText;

/**
 * Holds the level that a triage model gives for a patient.
 *
 * <p>It is shown beside the rules' {@link TriageAssessment}, never instead of it. It changes no level, sorts no unit and raises no alarm.
 *
 * @param level 1 (most urgent) to 5 on the model's own scale, which is not the FRENCH scale
 * @param probabilities probabilities of levels 1 to 5, with the sum 1; the level need not be the likeliest
 * @param lowEvidence true when too little was known: the level must be shown greyed or not at all
 * @param notes what was missing or not understood
 * @param model name, version and digest of the model
 */
public record TriageSecondOpinion(
        int level, List<Double> probabilities, boolean lowEvidence, List<LocalizedText> notes, String model) {
    public TriageSecondOpinion {
        if (level < 1 || level > 5 || probabilities.size() != 5) {
            throw new IllegalArgumentException(
                    "level: must be 1 to 5 of 5 probabilities, was " + level + " of " + probabilities.size());
        }
        probabilities = List.copyOf(probabilities);
        notes = List.copyOf(notes);
    }

    /** Returns the probability of the two most urgent levels. */
    public double urgent() {
        return probabilities.get(0) + probabilities.get(1);
    }
}

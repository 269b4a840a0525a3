package org.vigie.signal.triage;

import java.util.List;

/**
 * What a triage model says of a patient. To be shown beside the rules' {@link TriageAssessment}, never instead of it; it changes no level, sorts no
 * unit and raises no alarm.
 *
 * @param level 1 (most urgent) to 5 on the model's own scale, which is not the FRENCH one
 * @param probabilities of levels 1 to 5; together 1. The level need not be the likeliest
 * @param lowEvidence too little was known to go by: to be shown greyed or not at all
 * @param notesFr what was missing or not understood, {@code notesEn} in English
 * @param model name, version and digest
 */
public record TriageSecondOpinion(
        int level,
        List<Double> probabilities,
        boolean lowEvidence,
        List<String> notesFr,
        List<String> notesEn,
        String model) {
    public TriageSecondOpinion {
        if (level < 1 || level > 5 || probabilities.size() != 5) {
            throw new IllegalArgumentException(
                    "level: must be 1 to 5 of 5 probabilities, was " + level + " of " + probabilities.size());
        }
        probabilities = List.copyOf(probabilities);
        notesFr = List.copyOf(notesFr);
        notesEn = List.copyOf(notesEn);
    }

    /** Probability of the two most urgent levels. */
    public double urgent() {
        return probabilities.get(0) + probabilities.get(1);
    }
}

package org.vigie.triage.feature;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of one patient at triage.
 *
 * @param known only values that are believed; what is missing has no entry
 * @param complaint in the patient's or the nurse's words; empty when not told
 */
public record TriageVisit(Map<TriageInput, Double> known, String complaint) {
    public TriageVisit {
        known.forEach((input, value) -> {
            if (!input.isPlausible(value)) {
                throw new IllegalArgumentException(input.column() + ": cannot be a patient's, was " + value);
            }
        });
        known = Map.copyOf(known);
    }

    /** NaN when it is not known. */
    public double value(TriageInput input) {
        return known.getOrDefault(input, Double.NaN);
    }

    /** Takes the value when it can be a patient's. */
    public static void put(Map<TriageInput, Double> known, TriageInput input, double value) {
        if (input.isPlausible(value)) {
            known.put(input, value);
        }
    }

    /** An empty map to fill. */
    public static Map<TriageInput, Double> emptyValues() {
        return new EnumMap<>(TriageInput.class);
    }
}

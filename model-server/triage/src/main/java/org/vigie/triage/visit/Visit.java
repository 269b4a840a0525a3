package org.vigie.triage.visit;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of one patient at triage.
 *
 * @param known only values that are believed; what is missing has no entry
 * @param complaint in the patient's or the nurse's words; empty when not told
 */
public record Visit(Map<Input, Double> known, String complaint) {
    public Visit {
        known.forEach((input, value) -> {
            if (!input.believes(value)) {
                throw new IllegalArgumentException(input.column() + ": cannot be a patient's, was " + value);
            }
        });
        known = Map.copyOf(known);
    }

    /** NaN when it is not known. */
    public double value(Input input) {
        return known.getOrDefault(input, Double.NaN);
    }

    /** Takes the value when it can be a patient's. */
    public static void put(Map<Input, Double> known, Input input, double value) {
        if (input.believes(value)) {
            known.put(input, value);
        }
    }

    /** An empty map to fill. */
    public static Map<Input, Double> nothingKnown() {
        return new EnumMap<>(Input.class);
    }
}

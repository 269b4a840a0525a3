package org.vigie.signal.triage;

/**
 * Lists the levels of the FRENCH triage scale, the most urgent first. A physician must see the patient within 0, 20, 60, 90, 120 or 240
 * min.
 */
public enum TriageLevel {
    TRI_1,
    TRI_2,
    TRI_3A,
    TRI_3B,
    TRI_4,
    TRI_5,
    /** Too little was measured to give a level. */
    UNKNOWN;

    boolean isMoreUrgentThan(TriageLevel other) {
        return compareTo(other) < 0;
    }
}

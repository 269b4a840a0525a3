package org.vigie.signal.triage;

/** As in the FRENCH scale, most urgent first; a physician within 0, 20, 60, 90, 120, 240 min. */
public enum TriageLevel {
    TRI_1,
    TRI_2,
    TRI_3A,
    TRI_3B,
    TRI_4,
    TRI_5,
    /** Too little was measured to say. */
    UNKNOWN;

    boolean isMoreUrgentThan(TriageLevel other) {
        return compareTo(other) < 0;
    }
}

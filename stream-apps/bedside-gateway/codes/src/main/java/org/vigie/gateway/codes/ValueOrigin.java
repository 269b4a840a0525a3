package org.vigie.gateway.codes;

/** Where a value comes from, as far as its message says: it decides what a general code means. */
public enum ValueOrigin {
    /** Measured at the bed: FHIR's category vital-signs, a monitor's row. */
    BEDSIDE("VITAL"),
    /** Of a specimen: FHIR's category laboratory, a laboratory's order. */
    LABORATORY("LAB"),
    UNSAID("");

    private final String kind;

    ValueOrigin(String kind) {
        this.kind = kind;
    }

    /** The catalogue's word for such variables; empty when nothing is said. */
    String kind() {
        return kind;
    }
}

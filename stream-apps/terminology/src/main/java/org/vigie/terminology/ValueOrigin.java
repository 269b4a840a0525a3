package org.vigie.terminology;

/** Describes the origin of a value, as its message states it. It decides the meaning of a general code. */
public enum ValueOrigin {
    /** Measured at the bed: category vital-signs of FHIR, a row of a monitor. */
    BEDSIDE("VITAL"),
    /** Measured in a specimen: category laboratory of FHIR, an order of a laboratory. */
    LABORATORY("LAB"),
    UNKNOWN("");

    private final String kind;

    ValueOrigin(String kind) {
        this.kind = kind;
    }

    /** Returns the kind of such variables in the catalogue. Empty when the origin is not stated. */
    String kind() {
        return kind;
    }
}

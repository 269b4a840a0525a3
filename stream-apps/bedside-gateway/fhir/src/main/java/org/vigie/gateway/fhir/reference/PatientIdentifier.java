package org.vigie.gateway.fhir.reference;

/** Describes an identifier of a patient. Identifiers of different systems are not comparable. */
record PatientIdentifier(String system, String value) {
    static final String ID = "id";

    boolean isComparable(PatientIdentifier other) {
        return system.equals(other.system)
                || (!isId() && !other.isId() && (system.isEmpty() || other.system.isEmpty()));
    }

    private boolean isId() {
        return system.equals(ID);
    }

    boolean isSame(PatientIdentifier other) {
        return isComparable(other) && value.equals(other.value);
    }
}

package org.vigie.gateway.fhir.structure;

import java.util.Set;

/** Lists the types of resources that the gateway reads. */
public final class ReadResourceTypes {
    /** The types that the gateway reads. References to other types are not followed. */
    private static final Set<String> CONTEXT = Set.of(
            "Patient",
            "Encounter",
            "Device",
            "DeviceMetric",
            "DeviceComponent",
            "Location",
            "Observation",
            "Specimen",
            "Group",
            "");

    private static final Set<String> ALERTS =
            Set.of("DeviceAlert", "DetectedIssue", "Flag", "Basic", "DiagnosticReport");

    private static final String MEDICATION = "MedicationAdministration";

    private ReadResourceTypes() {}

    /** Returns true when the gateway reads resources of this type. */
    public static boolean isRead(String type) {
        return isContext(type) || ALERTS.contains(type) || type.equals(MEDICATION);
    }

    /** Returns true when references to this type are followed. */
    public static boolean isContext(String type) {
        return CONTEXT.contains(type);
    }
}

package org.vigie.gateway.fhir.message;

import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.terminology.CodeSystem;
import org.vigie.terminology.SentCode;

/** Recognises alarms: by the type of the resource, or by a code of ISO 11073 that names an event. */
public final class FhirAlertEvent {
    /** Partition 3 of ISO 11073-10101: alerts and events. */
    private static final int EVENTS = 3;

    private static final int PARTITION = 1 << 16;

    private FhirAlertEvent() {}

    /** Returns true when a resource is an alarm. */
    public static boolean isAlert(FhirElement resource) {
        return switch (resource.type()) {
            case "DeviceAlert", "DetectedIssue", "Flag" -> true;
            case "Basic" -> new CodeableConcept(resource.get("code")).holds("devicealert");
            case "Observation" -> in(resource).isPresent();
            default -> false;
        };
    }

    /** Returns the element of an Observation that names an event: its code, else its value. */
    public static Optional<FhirElement> in(FhirElement observation) {
        return observation
                .any("valueCodeableConcept", "valueCoding")
                .filter(FhirAlertEvent::isEvent)
                .or(() -> Optional.of(observation.get("code")).filter(FhirAlertEvent::isEvent));
    }

    private static boolean isEvent(FhirElement concept) {
        return new CodeableConcept(concept)
                .codes().stream()
                        .anyMatch(code -> code.definedBy() == CodeSystem.MDC
                                && (SentCode.number(code.code()) / PARTITION == EVENTS
                                        || code.name().startsWith("MDC_EVT_")
                                        || code.code().startsWith("MDC_EVT_")));
    }
}

package org.vigie.gateway.fhir.structure;

import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.FhirElement;

/** Checks the elements that the gateway requires of a resource. They are the least that FHIR R4 asks for, not what its profiles add. */
public final class RequiredElementCheck {
    private static final Set<String> STATUS = Set.of(
            "registered",
            "preliminary",
            "final",
            "amended",
            "corrected",
            "cancelled",
            "entered-in-error",
            "unknown",
            "appended");
    private static final Set<String> BUNDLES = Set.of(
            "document",
            "message",
            "transaction",
            "transaction-response",
            "batch",
            "batch-response",
            "history",
            "searchset",
            "collection",
            "subscription-notification");

    private RequiredElementCheck() {}

    /** Returns the first violation: {@code Observation.status: required}. Empty when the resource can be taken. */
    public static Optional<String> firstViolation(FhirElement resource) {
        return switch (resource.type()) {
            case "Observation" -> observation(resource);
            case "Bundle" -> oneOf(resource.get("type"), BUNDLES);
            case "Encounter", "MedicationAdministration" ->
                resource.has("status") ? Optional.empty() : required(resource.get("status"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> observation(FhirElement observation) {
        if (!observation.has("code")) {
            return required(observation.get("code"));
        }
        for (FhirElement component : observation.each("component")) {
            if (!component.has("code")) {
                return required(component.get("code"));
            }
        }
        return oneOf(observation.get("status"), STATUS);
    }

    private static Optional<String> oneOf(FhirElement element, Set<String> known) {
        if (element.isAbsent()) {
            return required(element);
        }
        return known.contains(element.text())
                ? Optional.empty()
                : Optional.of(element.path() + ": not one of FHIR's codes");
    }

    private static Optional<String> required(FhirElement element) {
        return Optional.of(element.path() + ": required");
    }
}

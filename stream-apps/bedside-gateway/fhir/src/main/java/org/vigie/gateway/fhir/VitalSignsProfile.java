package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import org.vigie.terminology.CodeSystem;

/**
 * Checks what the vital-signs profile of FHIR R4 (and US Core's, which refine it) requires beyond what the gateway needs. A violation is a
 * warning: a heart rate is taken although its unit names no code system.
 */
final class VitalSignsProfile {
    private static final String PANEL = "85354-9";

    private VitalSignsProfile() {}

    /**
     * Returns the missing elements: {@code Observation.subject: required by the vital-signs profile}. Empty when there are none, or when
     * the resource is no vital sign.
     */
    static List<String> missingElements(FhirElement observation) {
        List<String> wishes = new ArrayList<>();
        if (!observation.type().equals("Observation") || !isVitalSign(observation)) {
            return wishes;
        }
        wish(wishes, observation.has("subject"), observation.get("subject"), "required");
        wish(
                wishes,
                observation.any("effectiveDateTime", "effectivePeriod").isPresent(),
                observation.get("effective"),
                "required");
        boolean isGroup = observation.has("component") || observation.has("hasMember");
        wish(
                wishes,
                isGroup || hasValue(observation),
                observation.get("value"),
                "a value or dataAbsentReason is required");
        units(wishes, observation);
        for (FhirElement component : observation.each("component")) {
            wish(wishes, hasValue(component), component.get("value"), "a value or dataAbsentReason is required");
            units(wishes, component);
        }
        if (new CodeableConcept(observation.get("code")).holds(PANEL)) {
            wish(wishes, hasComponent(observation, "8480-6"), observation.get("component"), "systolic is required");
            wish(wishes, hasComponent(observation, "8462-4"), observation.get("component"), "diastolic is required");
        }
        return wishes;
    }

    /** Says whether the resource is a vital sign, by its category or by its profile. */
    static boolean isVitalSign(FhirElement observation) {
        return observation.each("category").stream()
                        .anyMatch(category -> new CodeableConcept(category).holds("vital-signs"))
                || observation.get("meta").each("profile").stream()
                        .anyMatch(
                                profile -> profile.text()
                                        .matches(
                                                ".*(vitalsigns|vital-signs|bp|blood-pressure|oxygensat|pulse-oximetry)(\\|.*)?"));
    }

    private static boolean hasValue(FhirElement holder) {
        return FhirValue.in(holder).isPresent() || holder.has("dataAbsentReason");
    }

    private static boolean hasComponent(FhirElement observation, String code) {
        return observation.each("component").stream()
                .anyMatch(component -> new CodeableConcept(component.get("code")).holds(code));
    }

    private static void units(List<String> wishes, FhirElement holder) {
        holder.any("valueQuantity")
                .ifPresent(quantity -> wish(
                        wishes,
                        quantity.has("code") && CodeSystem.of(quantity.text("system")) == CodeSystem.UCUM,
                        quantity,
                        "a UCUM code is required"));
    }

    private static void wish(List<String> wishes, boolean isMet, FhirElement where, String what) {
        if (!isMet) {
            wishes.add(where.path() + ": " + what + " by the vital-signs profile");
        }
    }
}

package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.codes.CodeSystem;

/**
 * What the vital-signs profile of FHIR R4 (and US Core's, which refine it) asks beyond what the gateway needs. It is told as a
 * warning: a heart rate is not thrown away because its unit names no code system.
 */
final class VitalSignsProfile {
    private static final String PANEL = "85354-9";

    private VitalSignsProfile() {}

    /** {@code Observation.subject: required by the vital-signs profile}; empty when all is there, or it claims to be no vital sign. */
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
        if (CodeableConceptReader.holds(observation.get("code"), PANEL)) {
            wish(wishes, hasComponent(observation, "8480-6"), observation.get("component"), "systolic is required");
            wish(wishes, hasComponent(observation, "8462-4"), observation.get("component"), "diastolic is required");
        }
        return wishes;
    }

    /** By its category, or by a profile that it claims. */
    static boolean isVitalSign(FhirElement observation) {
        return observation.each("category").stream()
                        .anyMatch(category -> CodeableConceptReader.holds(category, "vital-signs"))
                || observation.get("meta").each("profile").stream()
                        .anyMatch(
                                profile -> profile.text()
                                        .matches(
                                                ".*(vitalsigns|vital-signs|bp|blood-pressure|oxygensat|pulse-oximetry)(\\|.*)?"));
    }

    private static boolean hasValue(FhirElement holder) {
        return FhirValueReader.in(holder).isPresent() || holder.has("dataAbsentReason");
    }

    private static boolean hasComponent(FhirElement observation, String code) {
        return observation.each("component").stream()
                .anyMatch(component -> CodeableConceptReader.holds(component.get("code"), code));
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

package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.codes.CodeSystem;

/**
 * What the vital-signs profile of FHIR R4 (and US Core's, which refine it) asks beyond what the gateway needs. It is told as a
 * warning: a heart rate is not thrown away because its unit names no code system.
 */
final class VitalSigns {
    private static final String PANEL = "85354-9";

    private VitalSigns() {}

    /** {@code Observation.subject: required by the vital-signs profile}; empty when all is there, or it claims to be no vital sign. */
    static List<String> wishes(Element observation) {
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
        for (Element component : observation.each("component")) {
            wish(wishes, hasValue(component), component.get("value"), "a value or dataAbsentReason is required");
            units(wishes, component);
        }
        if (Concept.holds(observation.get("code"), PANEL)) {
            wish(wishes, hasComponent(observation, "8480-6"), observation.get("component"), "systolic is required");
            wish(wishes, hasComponent(observation, "8462-4"), observation.get("component"), "diastolic is required");
        }
        return wishes;
    }

    /** By its category, or by a profile that it claims. */
    static boolean isVitalSign(Element observation) {
        return observation.each("category").stream().anyMatch(category -> Concept.holds(category, "vital-signs"))
                || observation.get("meta").each("profile").stream()
                        .anyMatch(
                                profile -> profile.text()
                                        .matches(
                                                ".*(vitalsigns|vital-signs|bp|blood-pressure|oxygensat|pulse-oximetry)(\\|.*)?"));
    }

    private static boolean hasValue(Element holder) {
        return Values.in(holder).isPresent() || holder.has("dataAbsentReason");
    }

    private static boolean hasComponent(Element observation, String code) {
        return observation.each("component").stream().anyMatch(component -> Concept.holds(component.get("code"), code));
    }

    private static void units(List<String> wishes, Element holder) {
        holder.any("valueQuantity")
                .ifPresent(quantity -> wish(
                        wishes,
                        quantity.has("code") && CodeSystem.of(quantity.text("system")) == CodeSystem.UCUM,
                        quantity,
                        "a UCUM code is required"));
    }

    private static void wish(List<String> wishes, boolean isMet, Element where, String what) {
        if (!isMet) {
            wishes.add(where.path() + ": " + what + " by the vital-signs profile");
        }
    }
}

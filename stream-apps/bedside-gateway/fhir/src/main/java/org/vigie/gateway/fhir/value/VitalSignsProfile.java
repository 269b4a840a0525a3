package org.vigie.gateway.fhir.value;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.terminology.CodeSystem;

/**
 * Checks what the vital-signs profile of FHIR R4 (and US Core's, which refine it) requires beyond what the gateway needs. A violation is a
 * warning: a heart rate is taken although its unit names no code system.
 */
public final class VitalSignsProfile {
    private static final String PANEL = "85354-9";

    private final FhirElement observation;
    private final List<String> missing = new ArrayList<>();

    private VitalSignsProfile(FhirElement observation) {
        this.observation = observation;
    }

    /**
     * Returns the missing elements: {@code Observation.subject: required by the vital-signs profile}. Empty when there are none, or when
     * the resource is no vital sign.
     */
    public static List<String> missingElements(FhirElement observation) {
        return observation.type().equals("Observation") && isVitalSign(observation)
                ? new VitalSignsProfile(observation).missingElements()
                : List.of();
    }

    private List<String> missingElements() {
        require(observation.has("subject"), observation.get("subject"), "required");
        boolean hasTime =
                observation.any("effectiveDateTime", "effectivePeriod").isPresent();
        require(hasTime, observation.get("effective"), "required");
        boolean isGroup = observation.has("component") || observation.has("hasMember");
        requireValue(observation, isGroup);
        observation.each("component").forEach(component -> requireValue(component, false));
        if (new CodeableConcept(observation.get("code")).holds(PANEL)) {
            require(hasComponent("8480-6"), observation.get("component"), "systolic is required");
            require(hasComponent("8462-4"), observation.get("component"), "diastolic is required");
        }
        return missing;
    }

    private void requireValue(FhirElement holder, boolean isGroup) {
        require(isGroup || hasValue(holder), holder.get("value"), "a value or dataAbsentReason is required");
        holder.any("valueQuantity").ifPresent(quantity -> {
            boolean isUcum = quantity.has("code") && CodeSystem.of(quantity.text("system")) == CodeSystem.UCUM;
            require(isUcum, quantity, "a UCUM code is required");
        });
    }

    private void require(boolean isMet, FhirElement where, String what) {
        if (!isMet) {
            missing.add(where.path() + ": " + what + " by the vital-signs profile");
        }
    }

    /** Returns true when the resource is a vital sign, by its category or by its profile. */
    public static boolean isVitalSign(FhirElement observation) {
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

    private boolean hasComponent(String code) {
        return observation.each("component").stream()
                .anyMatch(component -> new CodeableConcept(component.get("code")).holds(code));
    }
}

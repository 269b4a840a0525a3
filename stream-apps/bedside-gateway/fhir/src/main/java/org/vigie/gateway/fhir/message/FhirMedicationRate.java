package org.vigie.gateway.fhir.message;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.FhirElement;

/** Represents the rate of one MedicationAdministration, in FHIR R4 and R5. */
public record FhirMedicationRate(FhirElement administration) {
    private static final String TYPE = "MedicationAdministration";
    private static final Set<String> GIVEN = Set.of("in-progress", "completed", "stopped");

    /** Returns true when a resource is a MedicationAdministration. */
    public static boolean isIn(FhirElement resource) {
        return resource.type().equals(TYPE);
    }

    /** Returns true when the drug was given. A rate that was not done is no rate. */
    public boolean isGiven() {
        return GIVEN.contains(administration.code("status"));
    }

    /** Returns true when the administration was entered in error. It retracts the rate that was sent before. */
    public boolean isRetracted() {
        return administration.code("status").equals("entered-in-error");
    }

    /** Returns the concept of the drug. */
    public FhirElement drug() {
        return administration.has("medicationCodeableConcept")
                ? administration.get("medicationCodeableConcept")
                : administration.get("medication").get("concept");
    }

    /** Returns the quantity of the rate, or the place at which it is missing. */
    public FhirElement rate() {
        return administration.get("dosage").get("rateQuantity");
    }

    /** Returns the period that has an end. Empty while the administration goes on. */
    public Optional<FhirElement> end() {
        return administration.any("effectivePeriod", "occurencePeriod").filter(period -> period.has("end"));
    }

    /** Returns how many readings it stands for: the rate, and the rate 0 at its end. */
    public int readings() {
        return (isGiven() || isRetracted()) && end().isPresent() ? 2 : 1;
    }

    /** Returns the number of a rate. */
    public static Optional<Double> number(FhirElement rate) {
        return rate.any("value").flatMap(FhirElement::decimal).map(BigDecimal::doubleValue);
    }

    /** Returns a rate as text: {@code 0.2 ug/kg/min}. */
    public static String text(FhirElement rate) {
        String unit = rate.has("code") ? rate.text("code") : rate.text("unit");
        return (rate.text("value") + " " + unit).trim();
    }
}

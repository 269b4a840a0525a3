package org.vigie.gateway.fhir.message;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.FhirElement;

/**
 * Represents the rate of one MedicationAdministration, in FHIR R4 and R5.
 *
 * <p>Source: HL7 FHIR R4, value set medication-admin-status. "On hold" is halted and may go on; "stopped" is halted for good; "not done" ended
 * before it had any effect on the patient.
 */
public record FhirMedicationRate(FhirElement administration) {
    private static final String TYPE = "MedicationAdministration";
    private static final Set<String> GIVEN = Set.of("in-progress", "completed", "stopped", "on-hold");
    private static final String[] PERIODS = {"effectivePeriod", "occurencePeriod"};

    /** Returns true when a resource is a MedicationAdministration. */
    public static boolean isIn(FhirElement resource) {
        return resource.type().equals(TYPE);
    }

    /** Returns true when the drug was given, now or before. A rate that was not done is no rate. */
    public boolean isGiven() {
        return GIVEN.contains(status());
    }

    /** Returns true when the administration was entered in error. It retracts the rate that was sent before. */
    public boolean isRetracted() {
        return status().equals("entered-in-error");
    }

    /**
     * Returns true when it is not known whether the drug is given now: the sender says so, or names no time of the end. Another
     * administration of the drug may have taken its place before the change was sent.
     */
    public boolean isUnknown() {
        boolean isOpen = end().isEmpty() && administration.any(PERIODS).isPresent();
        return status().equals("unknown")
                || (status().equals("stopped") && end().isEmpty())
                || (status().equals("completed") && isOpen);
    }

    /** Returns true when the drug never reached the patient. What was sent before under this identifier is wrong. */
    public boolean isNeverGiven() {
        return status().equals("not-done");
    }

    /** Returns true while the drug is given. */
    public boolean isRunning() {
        return status().equals("in-progress") && end().isEmpty();
    }

    /** Returns true while the administration is paused. Its period may have an end, which is that of its last rate. */
    public boolean isOnHold() {
        return status().equals("on-hold");
    }

    private String status() {
        return administration.code("status");
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
        return administration.any(PERIODS).filter(period -> period.has("end"));
    }

    /** Returns the period whose end is a reading: the rate 0. */
    public Optional<FhirElement> finalEnd() {
        return isOnHold() ? Optional.empty() : end();
    }

    /** Returns how many readings it stands for: the rate, and the rate 0 at its end. */
    public int readings() {
        return (isGiven() || isRetracted()) && finalEnd().isPresent() ? 2 : 1;
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

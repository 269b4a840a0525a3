package org.vigie.gateway.fhir.movement;

import java.time.Instant;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.intake.PatientMovement.MovementAction;

/**
 * Finds when the patient of an Encounter came to the present location.
 *
 * @param present period of the present location; empty when it has none
 */
record EncounterArrival(
        FhirElement encounter, MovementAction action, Optional<FhirElement> present, FhirTimeParser times) {
    /**
     * Returns the time of arrival, if it is sent. A time that is filled and cannot be read is not replaced by another, and that of the
     * admission does not stand for that of a transfer.
     */
    Optional<Instant> at(Optional<Instant> admitted) {
        return isGiven()
                ? present.flatMap(period -> times.first(period, "start"))
                : action == MovementAction.TRANSFER ? Optional.empty() : admitted;
    }

    /**
     * Returns when an admission was recorded, if no period says when the patient came to the location: the time of the admission may be that
     * of the arrival in the hospital.
     */
    Optional<Instant> recordedAt() {
        return isAdmission() && !isGiven()
                ? times.first(encounter.get("meta"), "lastUpdated").or(times::received)
                : Optional.empty();
    }

    private boolean isGiven() {
        return present.filter(period -> period.has("start")).isPresent();
    }

    private boolean isAdmission() {
        return action == MovementAction.ADMIT || action == MovementAction.REGISTER;
    }
}

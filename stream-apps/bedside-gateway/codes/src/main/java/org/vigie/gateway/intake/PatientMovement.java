package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * What an ADT message (or a FHIR Encounter) says of one patient's way through the beds. Patients' and visits' numbers are the
 * sender's own: they never leave the gateway.
 *
 * @param event {@code A01}
 * @param action what it does to the beds
 * @param patient identifier, empty when missing
 * @param visit number of the stay, empty when missing
 * @param bed where the patient now is; empty when the message does not say
 * @param priorBed where the patient was
 * @param priorPatient merged away (MRG-1)
 * @param time when it happened; empty when the message does not say
 * @param movement identifier of the movement (ZBE-1), empty without ZBE
 */
public record PatientMovement(
        String event,
        MovementAction action,
        String patient,
        String visit,
        String bed,
        String priorBed,
        String priorPatient,
        Optional<Instant> time,
        Optional<Instant> admittedAt,
        Optional<Instant> dischargedAt,
        String movement,
        PatientDemographics person) {

    /** What a movement does. */
    public enum MovementAction {
        ADMIT,
        /** An outpatient comes to a place: whoever lies on a bed stays there. */
        REGISTER,
        TRANSFER,
        DISCHARGE,
        UPDATE,
        CANCEL_ADMIT,
        CANCEL_TRANSFER,
        CANCEL_DISCHARGE,
        MERGE,
        /** Known, but moves nobody. */
        NONE
    }

    /**
     * Who it is: never leaves the gateway but encrypted.
     *
     * @param born {@code yyyyMMdd}, {@code yyyyMM} or {@code yyyy}; empty when missing
     * @param sex F, M, or anything else
     */
    public record PatientDemographics(String family, String given, String born, String sex) {
        public static final PatientDemographics UNKNOWN = new PatientDemographics("", "", "", "");
    }
}

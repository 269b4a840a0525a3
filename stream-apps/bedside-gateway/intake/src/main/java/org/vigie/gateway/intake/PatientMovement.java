package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * Describes a movement of one patient through the beds, from an ADT message or a FHIR Encounter. Identifiers of patients and visits are the
 * sender's own. They never leave the gateway.
 *
 * @param event {@code A01}
 * @param action effect on the beds
 * @param patient identifier; empty when missing
 * @param visit number of the stay; empty when missing
 * @param bed present bed of the patient; empty when the message gives none
 * @param priorBed bed of the patient before
 * @param priorPatient identifier that was merged away (MRG-1)
 * @param time when it happened; empty when the message gives none
 * @param movement identifier of the movement (ZBE-1); empty without ZBE
 * @param recordedAt when it was recorded, if {@code time} may be that of the arrival in the hospital and not on the bed; else empty
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
        PatientDemographics person,
        Optional<Instant> recordedAt) {
    /** Creates a movement whose time is that of the arrival on the bed. */
    public PatientMovement(
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
        this(
                event,
                action,
                patient,
                visit,
                bed,
                priorBed,
                priorPatient,
                time,
                admittedAt,
                dischargedAt,
                movement,
                person,
                Optional.empty());
    }

    /** Returns a copy with these beds. */
    public PatientMovement withBeds(String present, String prior) {
        return new PatientMovement(
                event,
                action,
                patient,
                visit,
                present,
                prior,
                priorPatient,
                time,
                admittedAt,
                dischargedAt,
                movement,
                person,
                recordedAt);
    }

    /** Lists the effects of a movement on the beds. */
    public enum MovementAction {
        ADMIT,
        /** Registers an outpatient at a place. A patient who lies on the bed stays there. */
        REGISTER,
        TRANSFER,
        DISCHARGE,
        UPDATE,
        CANCEL_ADMIT,
        CANCEL_TRANSFER,
        /** Withdraws a transfer that another movement followed. The patient stays on the present bed. */
        CANCEL_PAST_TRANSFER,
        CANCEL_DISCHARGE,
        MERGE,
        /** Moves no patient. */
        NONE
    }

    /**
     * Describes the identity of the patient. It leaves the gateway encrypted only.
     *
     * @param born {@code yyyyMMdd}, {@code yyyyMM} or {@code yyyy}; empty when missing
     * @param sex F, M, or any other text
     */
    public record PatientDemographics(String family, String given, String born, String sex) {
        public static final PatientDemographics UNKNOWN = new PatientDemographics("", "", "", "");
    }
}

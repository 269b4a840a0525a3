package org.vigie.gateway.census;

import java.time.Instant;
import java.util.List;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.AdministrativeSexRecord;

/**
 * Holds a patient movement under pseudonyms.
 *
 * @param visits pseudonyms of the visit number under every key in use, the newest first; empty when none was sent
 * @param bed present bed of the patient; empty when not sent
 * @param priorBed bed before; empty when not sent
 * @param priorPatient patient that was merged away; empty when there is none
 * @param at when the patient moved
 * @param now when the movement arrived
 * @param arrivedBy the latest time at which the patient can have come to the bed; {@code at} when that is exact
 * @param age in years; null when not known
 */
public record CensusChange(
        MovementAction action,
        String patient,
        String stay,
        List<String> visits,
        String bed,
        String priorBed,
        String priorPatient,
        Instant at,
        Instant now,
        Instant admittedAt,
        Double age,
        AdministrativeSexRecord sex,
        Instant arrivedBy) {
    public CensusChange {
        visits = List.copyOf(visits);
    }

    /** Creates a movement with an exact time. */
    public CensusChange(
            MovementAction action,
            String patient,
            String stay,
            List<String> visits,
            String bed,
            String priorBed,
            String priorPatient,
            Instant at,
            Instant now,
            Instant admittedAt,
            Double age,
            AdministrativeSexRecord sex) {
        this(action, patient, stay, visits, bed, priorBed, priorPatient, at, now, admittedAt, age, sex, at);
    }

    /** Returns the same movement of a patient who came by then. */
    public CensusChange arrivedBy(Instant latest) {
        return new CensusChange(
                action, patient, stay, visits, bed, priorBed, priorPatient, at, now, admittedAt, age, sex, latest);
    }

    /** Returns the pseudonym of the visit number under the newest key. Empty when none was sent. */
    String visit() {
        return visits.isEmpty() ? "" : visits.get(0);
    }

    boolean hasVisit() {
        return !visits.isEmpty();
    }
}

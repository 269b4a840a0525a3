package org.vigie.gateway.census;

import java.time.Instant;
import java.util.List;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.Sex;

/**
 * A movement under pseudonyms.
 *
 * @param visits the visit's number under every key that is in use, the newest first; empty when none was said
 * @param bed where the patient now is; empty when not said
 * @param priorBed empty when not said
 * @param priorPatient merged away; empty when none
 * @param age years; null when not known
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
        Instant admittedAt,
        Double age,
        Sex sex) {
    public CensusChange {
        visits = List.copyOf(visits);
    }

    /** The visit's number under the newest key; empty when none was said. */
    String visit() {
        return visits.isEmpty() ? "" : visits.get(0);
    }

    boolean saysVisit() {
        return !visits.isEmpty();
    }
}

package org.vigie.gateway.census;

import java.time.Instant;
import org.vigie.gateway.codes.Movement.Action;
import org.vigie.schemas.Sex;

/**
 * A movement under pseudonyms.
 *
 * @param bed where the patient now is; empty when not said
 * @param priorBed empty when not said
 * @param priorPatient merged away; empty when none
 * @param age years; null when not known
 */
public record Change(
        Action action,
        String patient,
        String stay,
        String bed,
        String priorBed,
        String priorPatient,
        Instant at,
        Instant admittedAt,
        Double age,
        Sex sex) {}

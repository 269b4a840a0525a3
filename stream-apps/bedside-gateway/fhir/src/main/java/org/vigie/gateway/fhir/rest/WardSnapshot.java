package org.vigie.gateway.fhir.rest;

import java.util.Collection;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Triage;

/** What the ward computed, the newest of each: pseudonyms only. */
public interface WardSnapshot {
    Collection<Alert> alerts();

    /** One for each stay. */
    Collection<Triage> triage();

    /** One for each stay. */
    Collection<RiskScore> scores();
}

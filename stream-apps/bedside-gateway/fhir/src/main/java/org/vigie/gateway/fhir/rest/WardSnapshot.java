package org.vigie.gateway.fhir.rest;

import java.util.Collection;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;

/** Represents the newest results of the ward. Patients are pseudonyms. */
public interface WardSnapshot {
    Collection<Alert> alerts();

    /** Returns the newest triage of each stay. */
    Collection<TriageAssessmentRecord> triage();

    /** Returns the newest score of each stay. */
    Collection<RiskScore> scores();
}

package org.vigie.alerts;

import java.util.List;
import org.vigie.alerts.state.StayOutput;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;

/**
 * Answers the observation of a canary with a triage record without a level, which shows the station that the partition is processed.
 *
 * @param observation of a canary's bed
 */
record CanaryReply(CleanObservation observation) {
    private static final int NO_POINTS = 0;

    /** Returns the answer, at the time at which the gateway received the canary's message. */
    StayOutput output() {
        return StayOutput.of(List.of(TriageAssessmentRecord.newBuilder()
                .setStay(observation.getStay())
                .setBed(observation.getBed())
                .setAt(observation.getReceivedTime())
                .setLevel(TriageLevelRecord.UNKNOWN)
                .setNews2Low(NO_POINTS)
                .setNews2High(NO_POINTS)
                .setMissing(List.of())
                .setReasonsFr(List.of())
                .setReasonsEn(List.of())
                .setRuleVersion("canary")
                .build()));
    }
}

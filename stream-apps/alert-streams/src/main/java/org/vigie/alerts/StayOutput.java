package org.vigie.alerts;

import java.util.List;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;

/**
 * The records that one input record causes at one stay.
 *
 * @param ledger ledger entries in the order of their chain
 * @param current alarms in their present state
 * @param triage triage; empty or one element
 */
record StayOutput(List<Alert> ledger, List<Alert> current, List<TriageAssessmentRecord> triage) {
    static final StayOutput NOTHING = new StayOutput(List.of(), List.of(), List.of());

    StayOutput {
        ledger = List.copyOf(ledger);
        current = List.copyOf(current);
        triage = List.copyOf(triage);
    }

    static StayOutput of(List<TriageAssessmentRecord> triage) {
        return new StayOutput(List.of(), List.of(), triage);
    }

    StayOutput with(List<TriageAssessmentRecord> newTriage) {
        return new StayOutput(ledger, current, newTriage);
    }

    boolean isNothing() {
        return ledger.isEmpty() && current.isEmpty() && triage.isEmpty();
    }
}

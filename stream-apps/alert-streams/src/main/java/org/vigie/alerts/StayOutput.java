package org.vigie.alerts;

import java.util.List;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;

/**
 * What one record changed at one stay.
 *
 * @param ledger entries, in the order of their chain
 * @param current alarms as they stand now
 * @param triage none or one
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

    StayOutput with(List<TriageAssessmentRecord> said) {
        return new StayOutput(ledger, current, said);
    }

    boolean isNothing() {
        return ledger.isEmpty() && current.isEmpty() && triage.isEmpty();
    }
}

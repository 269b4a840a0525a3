package org.vigie.alerts.state;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;

/**
 * Holds the records that one input record causes at one stay.
 *
 * @param ledger ledger entries in the order of their chain
 * @param current alarms in their present state
 * @param triage assessments to publish, in their order
 */
public record StayOutput(List<Alert> ledger, List<Alert> current, List<TriageAssessmentRecord> triage) {
    /** Output of a record that causes nothing. */
    public static final StayOutput NOTHING = new StayOutput(List.of(), List.of(), List.of());

    public StayOutput {
        ledger = List.copyOf(ledger);
        current = List.copyOf(current);
        triage = List.copyOf(triage);
    }

    public static StayOutput of(List<TriageAssessmentRecord> triage) {
        return new StayOutput(List.of(), List.of(), triage);
    }

    public StayOutput with(TriageAssessmentRecord assessment) {
        return new StayOutput(ledger, current, List.of(assessment));
    }

    /** Returns this output followed by a later one. */
    public StayOutput and(StayOutput later) {
        return isNothing()
                ? later
                : new StayOutput(
                        joined(ledger, later.ledger), joined(current, later.current), joined(triage, later.triage));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    public boolean isNothing() {
        return ledger.isEmpty() && current.isEmpty() && triage.isEmpty();
    }
}

package org.vigie.alerts;

import java.util.List;
import org.vigie.schemas.Alert;
import org.vigie.schemas.Triage;

/**
 * What one record changed at one stay.
 *
 * @param ledger entries, in the order of their chain
 * @param current alarms as they stand now
 * @param triage none or one
 */
record Outcome(List<Alert> ledger, List<Alert> current, List<Triage> triage) {
    static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of());

    Outcome {
        ledger = List.copyOf(ledger);
        current = List.copyOf(current);
        triage = List.copyOf(triage);
    }

    static Outcome of(List<Triage> triage) {
        return new Outcome(List.of(), List.of(), triage);
    }

    Outcome with(List<Triage> said) {
        return new Outcome(ledger, current, said);
    }

    boolean isNothing() {
        return ledger.isEmpty() && current.isEmpty() && triage.isEmpty();
    }
}

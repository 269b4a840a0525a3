package org.vigie.alerts;

import java.util.List;
import org.vigie.schemas.Alert;
import org.vigie.schemas.Triage;

/**
 * What one record changed at one stay.
 *
 * @param triage none or one
 */
record Outcome(List<Alert> alerts, List<Triage> triage) {
    static final Outcome NOTHING = new Outcome(List.of(), List.of());

    Outcome {
        alerts = List.copyOf(alerts);
        triage = List.copyOf(triage);
    }

    boolean isNothing() {
        return alerts.isEmpty() && triage.isEmpty();
    }
}

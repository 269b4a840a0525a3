package org.vigie.alerts.ledger;

import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.IncidentRecord;

/** Checks that the calls of the incidents of one stay are counted without a gap. */
final class IncidentCallCheck {
    private String incident = "";
    private int calls;

    /** Returns what is wrong with the count of {@code entry}. */
    Optional<String> take(Alert entry) {
        IncidentRecord record = entry.getIncident();
        if (record == null) {
            return Optional.empty();
        }
        boolean known = record.getIncident().equals(incident);
        int expected = calls + (record.getNewCall() == null ? 0 : 1);
        incident = record.getIncident();
        calls = record.getCalls();
        return known && calls != expected
                ? Optional.of("its incident counts " + calls + " calls, not " + expected)
                : Optional.empty();
    }
}

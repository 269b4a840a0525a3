package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertState;

/** The newest transition of every alarm: all that are active, and those cleared a short while ago. */
final class AlarmBook {
    /** Most urgent first, then the newest. */
    static final Comparator<Alert> URGENCY =
            Comparator.comparing(Alert::getPriority).thenComparing(Alert::getRaisedAt, Comparator.reverseOrder());

    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    void take(Alert alert) {
        alerts.put(alert.getAlert(), alert);
    }

    void remove(String alert) {
        alerts.remove(alert);
    }

    /** Of one stay and kind, most urgent first. */
    List<Alert> active(String stay, AlertKind kind) {
        return alerts.values().stream()
                .filter(alert -> alert.getState() == AlertState.RAISED)
                .filter(alert -> alert.getKind() == kind && alert.getStay().equals(stay))
                .sorted(URGENCY)
                .toList();
    }

    Collection<Alert> all() {
        return alerts.values();
    }

    Optional<Alert> find(String alert) {
        return Optional.ofNullable(alerts.get(alert));
    }

    void forgetClearedBefore(Instant now, Duration kept) {
        alerts.values()
                .removeIf(alert -> alert.getClearedAt() != null
                        && alert.getState() == AlertState.CLEARED
                        && alert.getClearedAt().isBefore(now.minus(kept)));
    }
}

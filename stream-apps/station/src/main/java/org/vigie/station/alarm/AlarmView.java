package org.vigie.station.alarm;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;

/** Holds the newest transition of every alarm: all that are active, and those that ended a short while ago. */
public final class AlarmView {
    /** Orders alarms by urgency, then newest first. */
    public static final Comparator<Alert> URGENCY =
            Comparator.comparing(Alert::getPriority).thenComparing(Alert::getRaisedAt, Comparator.reverseOrder());

    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, Instant> endedWithStay = new HashMap<>();

    public void take(Alert alert) {
        alerts.put(alert.getAlert(), alert);
    }

    public void remove(String alert) {
        alerts.remove(alert);
        endedWithStay.remove(alert);
    }

    /**
     * Ends the alarms of stays that are over, whether cleared or not.
     *
     * @param endOfStay empty while the stay goes on
     * @return the alarms for which that changed
     */
    public List<String> endWithStays(Function<String, Optional<Instant>> endOfStay) {
        return alerts.values().stream()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .filter(alert -> endChanged(alert.getAlert(), endOfStay.apply(alert.getStay())))
                .map(Alert::getAlert)
                .toList();
    }

    private boolean endChanged(String alert, Optional<Instant> end) {
        Instant before = end.isPresent() ? endedWithStay.put(alert, end.get()) : endedWithStay.remove(alert);
        return !end.equals(Optional.ofNullable(before));
    }

    /** Returns when the stay of the alarm ended, if that ended the alarm. */
    public Optional<Instant> endedWithStay(Alert alert) {
        return alert.getState() == AlertStateRecord.RAISED
                ? Optional.ofNullable(endedWithStay.get(alert.getAlert()))
                : Optional.empty();
    }

    /** Returns the active alarms of one stay and kind, most urgent first. */
    public List<Alert> active(String stay, AlertKind kind) {
        return alerts.values().stream()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .filter(alert -> alert.getKind() == kind && alert.getStay().equals(stay))
                .filter(alert -> endedWithStay(alert).isEmpty())
                .sorted(URGENCY)
                .toList();
    }

    /** Returns whether a physiological alarm of a stay was raised after {@code from} and not after {@code until}. */
    public boolean raisedBetween(String stay, Instant from, Instant until) {
        return alerts.values().stream()
                .filter(alert -> alert.getStay().equals(stay) && alert.getKind() == AlertKind.PHYSIOLOGICAL)
                .anyMatch(alert -> alert.getRaisedAt().isAfter(from)
                        && !alert.getRaisedAt().isAfter(until));
    }

    /** Returns whether an alarm of one of the stays is listed, open or over. */
    public boolean listsOneOf(Set<String> stays) {
        return alerts.values().stream().anyMatch(alert -> stays.contains(alert.getStay()));
    }

    public Collection<Alert> all() {
        return alerts.values();
    }

    public Optional<Alert> find(String alert) {
        return Optional.ofNullable(alerts.get(alert));
    }

    /** @return whether there were any */
    public boolean forgetEndedBefore(Instant instant) {
        boolean forgotten = alerts.values()
                .removeIf(alert -> end(alert).filter(instant::isAfter).isPresent());
        endedWithStay.keySet().retainAll(alerts.keySet());
        return forgotten;
    }

    private Optional<Instant> end(Alert alert) {
        return alert.getState() == AlertStateRecord.CLEARED
                ? Optional.ofNullable(alert.getClearedAt())
                : endedWithStay(alert);
    }
}

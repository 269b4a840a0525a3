package org.vigie.replay.passport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriggeringReadingRecord;

/**
 * Compares the recorded ledger entries of an alert with entries that the topology of alert-streams computed again from recorded streams.
 *
 * <p>The place in the stay's chain is not compared, because a chain that began earlier has other numbers. The hash of each entry is
 * checked alone.
 */
public final class AlertPassport {
    /** Time before the first entry from which a stay is computed again, unless another one is given. */
    public static final Duration HISTORY = Duration.ofHours(24);

    private final LedgerEntryDifference difference = new LedgerEntryDifference();
    private final Map<String, List<Alert>> computed = new HashMap<>();
    private final Map<String, CleanObservation> inputs = new HashMap<>();

    /** Takes an entry that was computed again. */
    public void takeComputed(Alert entry) {
        computed.computeIfAbsent(entry.getAlert(), alert -> new ArrayList<>()).add(entry);
    }

    /** Takes a record of the clean stream, so that the readings that caused an entry can be looked up. */
    public void takeInput(CleanObservation observation) {
        inputs.put(place(observation.getOrigin()), observation);
    }

    /**
     * Verifies an alert.
     *
     * @param recorded its entries in their order; an entry that was sent twice counts once
     */
    public PassportAnswer verify(String alert, List<Alert> recorded) {
        List<Alert> once = once(recorded);
        List<Alert> again = once(computed.getOrDefault(alert, List.of()));
        List<String> places = once.stream()
                .flatMap(entry -> entry.getCauses().stream())
                .map(cause -> place(cause.getOrigin()))
                .distinct()
                .toList();
        Optional<String> first = broken(once).or(() -> missingCause(once)).or(() -> compared(once, again));
        return PassportAnswer.compared(alert, "rules " + once.get(0).getRuleVersion(), places, first);
    }

    private static List<Alert> once(List<Alert> entries) {
        var hashes = new HashSet<String>();
        return entries.stream().filter(entry -> hashes.add(entry.getHash())).toList();
    }

    private static Optional<String> broken(List<Alert> entries) {
        return entries.stream()
                .filter(entry -> !LedgerEntryHash.of(entry).equals(entry.getHash()))
                .findFirst()
                .map(entry -> "hash of entry %d: recorded %s, computed %s"
                        .formatted(entry.getSequence(), entry.getHash(), LedgerEntryHash.of(entry)));
    }

    /** Finds a cause that the clean stream does not hold. Only the alarms of a patient are caused by its readings. */
    private Optional<String> missingCause(List<Alert> entries) {
        return entries.stream()
                .filter(entry -> entry.getKind() == AlertKind.PHYSIOLOGICAL)
                .flatMap(entry -> entry.getCauses().stream())
                .filter(cause -> !Double.isNaN(cause.getValue()) && !isInput(cause))
                .findFirst()
                .map(cause -> "cause %s %s of %s: no such reading in observations.clean"
                        .formatted(cause.getVariable(), cause.getValue(), place(cause.getOrigin())));
    }

    private boolean isInput(TriggeringReadingRecord cause) {
        CleanObservation record = inputs.get(place(cause.getOrigin()));
        return record != null && record.getReadings().stream().anyMatch(reading -> isOf(reading, cause));
    }

    private static boolean isOf(JudgedReading reading, TriggeringReadingRecord cause) {
        return reading.getVariable().equals(cause.getVariable())
                && Double.compare(reading.getValue(), cause.getValue()) == 0;
    }

    private Optional<String> compared(List<Alert> recorded, List<Alert> again) {
        for (int at = 0; at < Math.min(recorded.size(), again.size()); at++) {
            String entry = "entry " + (at + 1) + " (" + recorded.get(at).getState() + ") ";
            Optional<String> first = difference.first(recorded.get(at), again.get(at));
            if (first.isPresent()) {
                return first.map(each -> entry + each);
            }
        }
        return recorded.size() == again.size()
                ? Optional.empty()
                : Optional.of("entries: recorded %d, computed %d".formatted(recorded.size(), again.size()));
    }

    private static String place(Origin origin) {
        return origin.getTopic() + "-" + origin.getPartition() + "-" + origin.getOffset();
    }
}

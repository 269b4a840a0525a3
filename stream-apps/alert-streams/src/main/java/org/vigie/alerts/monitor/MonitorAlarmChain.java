package org.vigie.alerts.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriggeringReadingRecord;

/**
 * Appends entries about the monitors' own alarms to the chain of one bed.
 *
 * @param stay name of the chain, which stands in the place of a stay
 * @param lastOrNull newest entry of the chain; null before the first
 */
@NullMarked
record MonitorAlarmChain(String stay, @Nullable Alert lastOrNull) {
    private static final String PREFIX = "monitors:";
    /** Since this version the entries of a chain are in the order of their times. */
    private static final int LEDGER_VERSION = 1;

    /** Returns the name of the chain of a bed. */
    static String stay(String bed) {
        return PREFIX + bed;
    }

    /** Returns the place of the monitor's message that made an entry. */
    static Origin message(Alert entry) {
        return entry.getCauses().get(0).getOrigin();
    }

    /** Returns when the alarm of an entry began by the monitor's clock, which may run ahead. */
    static Instant begunAt(Alert entry) {
        return entry.getCauses().get(0).getMeasuredAt();
    }

    /** Returns true when the newest entry of the chain ends an alarm because of the message. */
    boolean endsWithEndBy(Origin message) {
        return lastOrNull != null
                && lastOrNull.getState() == AlertStateRecord.CLEARED
                && message(lastOrNull).equals(message);
    }

    /** Returns true when the message, or a later one of its partition, is in the chain. */
    boolean contains(Origin message) {
        return lastOrNull != null && message(lastOrNull).getOffset() >= message.getOffset();
    }

    /**
     * Returns the next entry of the chain.
     *
     * @param alarm record of the transition without its place in the chain
     * @param open newest entry about the alarm; empty for a new alarm
     * @param message place of the monitor's message
     */
    Alert entry(Alert alarm, Optional<Alert> open, Origin message) {
        Instant at = notBeforeLast(alarm.getAt());
        Instant raised = alarm.getRaisedAt().isAfter(at) ? at : alarm.getRaisedAt();
        Instant begun = open.map(MonitorAlarmChain::begunAt).orElse(alarm.getRaisedAt());
        long sequence = lastOrNull == null ? 1 : lastOrNull.getSequence() + 1;
        Alert entry = Alert.newBuilder(alarm)
                .setStay(stay)
                .setAlert(open.map(Alert::getAlert).orElse(alarm.getAlert() + "|" + sequence))
                .setOnset(open.map(Alert::getOnset).orElse(raised))
                .setRaisedAt(open.map(Alert::getRaisedAt).orElse(raised))
                .setClearedAt(alarm.getState() == AlertStateRecord.CLEARED ? at : null)
                .setAt(at)
                .setCauses(List.of(new TriggeringReadingRecord(alarm.getRule(), Double.NaN, begun, message)))
                .setSequence(sequence)
                .setLedgerVersion(LEDGER_VERSION)
                .setPreviousHash(lastOrNull == null ? "" : lastOrNull.getHash())
                .build();
        entry.setHash(LedgerEntryHash.of(entry));
        return entry;
    }

    private Instant notBeforeLast(Instant at) {
        return lastOrNull != null && lastOrNull.getAt().isAfter(at) ? lastOrNull.getAt() : at;
    }
}

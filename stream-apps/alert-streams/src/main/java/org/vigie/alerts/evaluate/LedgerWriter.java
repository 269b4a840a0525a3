package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.alerts.record.AlarmTrigger;
import org.vigie.alerts.record.AlertRecordMapper;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;
import org.vigie.schemas.Alert;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.lifecycle.AlarmLifecycle;
import org.vigie.signal.alarm.lifecycle.LedgerEntry;
import org.vigie.signal.alarm.lifecycle.StayAlarms;

/**
 * Applies one event to the alarms of a stay and chains the resulting ledger entries: each entry contains the hash of the entry before it.
 */
final class LedgerWriter {
    private final StayAlarms stayAlarms;
    private final AlarmDetectionState detection;
    private final CompiledUnitRules.RuleCache units;
    private final AlarmTrigger trigger;
    private final List<Alert> ledger = new ArrayList<>();
    private final List<Alert> current = new ArrayList<>();
    private String hash;

    LedgerWriter(StayAlertState state, CompiledUnitRules.RuleCache units, AlarmTrigger trigger) {
        this.stayAlarms = state.alarms();
        this.detection = state.detection();
        this.units = units;
        this.trigger = trigger;
        this.hash = state.hash();
    }

    /** Returns the rules in force at the patient's bed. */
    CompiledUnitRules unit() {
        return units.of(stayAlarms);
    }

    /**
     * Returns the bed in which the patient lies after a record of {@code bed}. Only a record with the stay's newest readings moves the patient,
     * because a late or corrected record of the former bed comes after the transfer.
     */
    String confirmBed(String bed, boolean newest) {
        moveToBed(newest || stayAlarms.bed().isEmpty() ? bed : stayAlarms.bed());
        return stayAlarms.bed();
    }

    /** Records that the patient lies in {@code bed}. An alarm whose rule is not used there ends. */
    private void moveToBed(String bed) {
        if (!bed.equals(stayAlarms.bed())) {
            CompiledUnitRules before = unit();
            write(before, lifecycle(before).moveToBed(bed));
        }
        endUnused();
    }

    /** Ends the alarms of rules that are not used at the bed, after a transfer or with a new rule file. */
    private void endUnused() {
        CompiledUnitRules compiled = unit();
        AlarmDetector detector = compiled.alarms();
        detector.forgetUnused(detection);
        write(compiled, lifecycle(compiled).endUnused(detector::isUsed));
    }

    void advanceTo(Instant now) {
        CompiledUnitRules compiled = unit();
        write(compiled, lifecycle(compiled).advanceTo(now));
    }

    void append(List<AlarmConditionEvent> events) {
        if (!events.isEmpty()) {
            CompiledUnitRules compiled = unit();
            write(compiled, lifecycle(compiled).apply(events));
        }
    }

    void execute(AlarmCommand command, Instant now) {
        CompiledUnitRules compiled = unit();
        AlarmLifecycle lifecycle = lifecycle(compiled);
        write(
                compiled,
                lifecycle.execute(
                        command, now, limit -> compiled.rules().rules().hasRoomFor(limit)));
    }

    void end(List<AlarmConditionEvent> cleared, Instant end) {
        CompiledUnitRules compiled = unit();
        write(compiled, lifecycle(compiled).end(cleared, end));
    }

    private AlarmLifecycle lifecycle(CompiledUnitRules compiled) {
        return compiled.lifecycle(stayAlarms, detection);
    }

    private void write(CompiledUnitRules compiled, List<LedgerEntry> entries) {
        var mapper = new AlertRecordMapper(trigger, compiled.rules());
        for (LedgerEntry entry : entries) {
            Alert written = mapper.entry(entry);
            written.setPreviousHash(hash);
            hash = LedgerEntryHash.of(written);
            written.setHash(hash);
            ledger.add(written);
            mapper.current(entry, written).ifPresent(current::add);
        }
    }

    /** Returns the hash of the stay's newest entry. */
    String hash() {
        return hash;
    }

    /** Returns the records of all entries so far. */
    StayOutput output() {
        return new StayOutput(ledger, current, List.of());
    }
}

package org.vigie.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.ledger.LedgerEntryHash;
import org.vigie.schemas.Alert;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.lifecycle.AlarmCommand;
import org.vigie.signal.alarm.lifecycle.AlarmLifecycle;
import org.vigie.signal.alarm.lifecycle.LedgerEntry;
import org.vigie.signal.alarm.lifecycle.StayAlarms;

/**
 * Applies one event to the alarms of a stay and chains the resulting ledger entries: each entry contains the hash of the entry before it.
 */
final class LedgerWriter {
    private final StayAlarms stayAlarms;
    private final CompiledUnitRules.RuleCache units;
    private final AlarmTrigger trigger;
    private final List<Alert> ledger = new ArrayList<>();
    private final List<Alert> current = new ArrayList<>();
    private String hash;

    LedgerWriter(StayAlertState memory, CompiledUnitRules.RuleCache units, AlarmTrigger trigger) {
        this.stayAlarms = memory.calls();
        this.units = units;
        this.trigger = trigger;
        this.hash = memory.hash();
    }

    /** Returns the rules in force at the patient's bed. */
    CompiledUnitRules unit() {
        return units.at(stayAlarms.bed(), stayAlarms.limits());
    }

    /** Moves the patient to {@code bed} and returns the rules in force there. */
    CompiledUnitRules moveToBed(String bed) {
        if (!bed.equals(stayAlarms.bed())) {
            CompiledUnitRules before = unit();
            write(before, lifecycle(before).moveToBed(bed));
        }
        return unit();
    }

    void advanceTo(Instant now) {
        CompiledUnitRules compiled = unit();
        write(compiled, lifecycle(compiled).advanceTo(now));
    }

    void append(List<AlarmTransition> transitions) {
        CompiledUnitRules compiled = unit();
        write(compiled, lifecycle(compiled).apply(transitions));
    }

    void execute(AlarmCommand command, Instant now) {
        CompiledUnitRules compiled = unit();
        write(
                compiled,
                lifecycle(compiled)
                        .execute(command, now, limit -> compiled.rules().rules().hasRoomFor(limit)));
    }

    void end(List<AlarmTransition> cleared, Instant end) {
        CompiledUnitRules compiled = unit();
        write(compiled, lifecycle(compiled).end(cleared, end));
    }

    private AlarmLifecycle lifecycle(CompiledUnitRules compiled) {
        return new AlarmLifecycle(
                stayAlarms, compiled.rules().policy(), compiled.rules().rules().version());
    }

    private void write(CompiledUnitRules compiled, List<LedgerEntry> entries) {
        for (LedgerEntry entry : entries) {
            Alert written = AlertRecordMapper.entry(entry, trigger, compiled.rules());
            written.setPreviousHash(hash);
            hash = LedgerEntryHash.of(written);
            written.setHash(hash);
            ledger.add(written);
            Optional<Alert> now = AlertRecordMapper.current(entry, written, trigger);
            now.ifPresent(current::add);
        }
    }

    /** Returns the hash of the stay's newest entry. */
    String hash() {
        return hash;
    }

    StayOutput outcome() {
        return new StayOutput(ledger, current, List.of());
    }
}

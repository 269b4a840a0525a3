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

/** Leads one stay's alarms through one event and seals what it writes: each entry holds the hash of the one before. */
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

    /** The rules in force where the patient lies. */
    CompiledUnitRules unit() {
        return units.at(stayAlarms.bed(), stayAlarms.limits());
    }

    /** Gives the rules in force in {@code bed}. */
    CompiledUnitRules moveToBed(String bed) {
        if (!bed.equals(stayAlarms.bed())) {
            CompiledUnitRules before = unit();
            write(before, life(before).moveToBed(bed));
        }
        return unit();
    }

    void advanceTo(Instant now) {
        CompiledUnitRules compiled = unit();
        write(compiled, life(compiled).advanceTo(now));
    }

    void append(List<AlarmTransition> told) {
        CompiledUnitRules compiled = unit();
        write(compiled, life(compiled).apply(told));
    }

    void execute(AlarmCommand command, Instant now) {
        CompiledUnitRules compiled = unit();
        write(
                compiled,
                life(compiled)
                        .execute(command, now, limit -> compiled.rules().rules().hasRoomFor(limit)));
    }

    void end(List<AlarmTransition> cleared, Instant end) {
        CompiledUnitRules compiled = unit();
        write(compiled, life(compiled).end(cleared, end));
    }

    private AlarmLifecycle life(CompiledUnitRules compiled) {
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

    /** Hash of the stay's newest entry. */
    String hash() {
        return hash;
    }

    StayOutput outcome() {
        return new StayOutput(ledger, current, List.of());
    }
}

package org.vigie.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.ledger.Seal;
import org.vigie.schemas.Alert;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.life.Calls;
import org.vigie.signal.alert.life.Entry;
import org.vigie.signal.alert.life.LifeCycle;
import org.vigie.signal.alert.life.Order;

/** Leads one stay's alarms through one event and seals what it writes: each entry holds the hash of the one before. */
final class Clerk {
    private final Calls calls;
    private final Unit.All units;
    private final Cause cause;
    private final List<Alert> ledger = new ArrayList<>();
    private final List<Alert> current = new ArrayList<>();
    private String hash;

    Clerk(StayMemory memory, Unit.All units, Cause cause) {
        this.calls = memory.calls();
        this.units = units;
        this.cause = cause;
        this.hash = memory.hash();
    }

    /** The rules in force where the patient lies. */
    Unit unit() {
        return units.at(calls.bed(), calls.limits());
    }

    /** Gives the rules in force in {@code bed}. */
    Unit lieIn(String bed) {
        if (!bed.equals(calls.bed())) {
            Unit before = unit();
            write(before, life(before).lieIn(bed));
        }
        return unit();
    }

    void pass(Instant now) {
        Unit unit = unit();
        write(unit, life(unit).pass(now));
    }

    void take(List<Transition> told) {
        Unit unit = unit();
        write(unit, life(unit).take(told));
    }

    void hear(Order order, Instant now) {
        Unit unit = unit();
        write(unit, life(unit).hear(order, now, limit -> unit.rules().rules().hasRoomFor(limit)));
    }

    void end(List<Transition> cleared, Instant end) {
        Unit unit = unit();
        write(unit, life(unit).end(cleared, end));
    }

    private LifeCycle life(Unit unit) {
        return new LifeCycle(calls, unit.rules().policy(), unit.rules().rules().version());
    }

    private void write(Unit unit, List<Entry> entries) {
        for (Entry entry : entries) {
            Alert written = Records.entry(entry, cause, unit.rules());
            written.setPreviousHash(hash);
            hash = Seal.of(written);
            written.setHash(hash);
            ledger.add(written);
            Optional<Alert> now = Records.current(entry, written, cause);
            now.ifPresent(current::add);
        }
    }

    /** Hash of the stay's newest entry. */
    String hash() {
        return hash;
    }

    Outcome outcome() {
        return new Outcome(ledger, current, List.of());
    }
}

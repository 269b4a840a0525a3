package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.PatientLimit;

/** The open alarms of one stay with their acknowledgements, pauses, shelvings and limits. This is the whole state of the life cycle. */
public final class StayAlarms {
    /** Number of closed alarms that can still get feedback. {@link #ORDERS} is the number of command ids that are kept. */
    private static final int CLOSED_KEPT = 8;

    private static final int ORDERS = 32;

    private final String stay;
    private final Map<String, OpenAlarm> open;
    private final Map<String, ShelvedRule> shelves;
    private final Map<String, PatientLimit> limits;
    private final List<ClosedAlarm> over;
    private final List<String> orders;
    private String bed;
    private long sequence;
    private Instant clock;
    private Instant newestEntryAt;

    public StayAlarms(String stay) {
        this(stay, "", List.of(), List.of(), List.of(), List.of(), List.of(), 0, Instant.EPOCH, Instant.EPOCH);
    }

    /** Creates the state from what the accessors returned. */
    public StayAlarms(
            String stay,
            String bed,
            Collection<OpenAlarm> open,
            Collection<ShelvedRule> shelves,
            Collection<PatientLimit> limits,
            List<ClosedAlarm> over,
            List<String> orders,
            long sequence,
            Instant clock,
            Instant newestEntryAt) {
        this.stay = stay;
        this.bed = bed;
        this.open = new TreeMap<>();
        this.shelves = new TreeMap<>();
        this.limits = new TreeMap<>();
        this.over = new ArrayList<>(over);
        this.orders = new ArrayList<>(orders);
        this.sequence = sequence;
        this.clock = clock;
        this.newestEntryAt = newestEntryAt;
        open.forEach(this::keep);
        shelves.forEach(shelved -> this.shelves.put(shelved.told().rule(), shelved));
        limits.forEach(limit -> this.limits.put(limit.key(), limit));
    }

    public String stay() {
        return stay;
    }

    /** Returns the patient's last bed. */
    public String bed() {
        return bed;
    }

    /** Returns the open alarms, sorted by rule. */
    public List<OpenAlarm> open() {
        return List.copyOf(open.values());
    }

    public List<ShelvedRule> shelves() {
        return List.copyOf(shelves.values());
    }

    /** Returns the limits of this patient that replace the unit's limits. */
    public List<PatientLimit> limits() {
        return List.copyOf(limits.values());
    }

    public List<ClosedAlarm> closed() {
        return List.copyOf(over);
    }

    /** Returns the ids of the newest commands. */
    public List<String> orders() {
        return List.copyOf(orders);
    }

    /** Returns the sequence number of the newest entry; 0 before the first entry. */
    public long sequence() {
        return sequence;
    }

    /** Returns the newest instant that has passed. It never goes back. */
    public Instant clock() {
        return clock;
    }

    /** Returns the time of the newest entry. It never goes back and is never after the clock. */
    public Instant newestEntryAt() {
        return newestEntryAt;
    }

    /** Returns the sequence number of the next entry, which has the time {@code at}. */
    long nextSequence(Instant at) {
        newestEntryAt = at;
        advance(at);
        return ++sequence;
    }

    Instant advance(Instant now) {
        clock = now.isAfter(clock) ? now : clock;
        return clock;
    }

    void moveToBed(String newBed) {
        bed = newBed;
    }

    Optional<OpenAlarm> of(String rule) {
        return Optional.ofNullable(open.get(rule));
    }

    Optional<OpenAlarm> find(String alert) {
        return open.values().stream()
                .filter(openAlarm -> openAlarm.alert().equals(alert))
                .findFirst();
    }

    Optional<ClosedAlarm> findClosed(String alert) {
        return over.stream().filter(each -> each.alert().equals(alert)).findFirst();
    }

    void keep(OpenAlarm openAlarm) {
        open.put(openAlarm.told().rule(), openAlarm);
    }

    void close(AlarmTransition transition) {
        open.remove(transition.rule());
        over.add(ClosedAlarm.of(transition));
        if (over.size() > CLOSED_KEPT) {
            over.remove(0);
        }
    }

    Optional<ShelvedRule> shelf(String rule) {
        return Optional.ofNullable(shelves.get(rule));
    }

    void shelve(ShelvedRule shelved) {
        shelves.put(shelved.told().rule(), shelved);
    }

    void unshelve(String rule) {
        shelves.remove(rule);
    }

    void set(PatientLimit limit) {
        limits.put(limit.key(), limit);
    }

    void drop(PatientLimit limit) {
        limits.remove(limit.key());
    }

    /** Returns false when the command came before. */
    boolean isNew(AlarmCommand command) {
        if (orders.contains(command.id())) {
            return false;
        }
        orders.add(command.id());
        if (orders.size() > ORDERS) {
            orders.remove(0);
        }
        return true;
    }
}

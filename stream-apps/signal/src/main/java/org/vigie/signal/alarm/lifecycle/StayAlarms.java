package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.PatientSaturationScale;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.earlywarning.SaturationScale;

/** Holds the open alarms of one stay with their acknowledgements, pauses, shelvings and limits. This is the whole state of the life cycle. */
public final class StayAlarms {
    /** Number of closed alarms that can still get feedback. */
    private static final int CLOSED_KEPT = 8;
    /** Number of command ids that are kept. */
    private static final int COMMANDS_KEPT = 32;

    private final String stay;
    private final Map<String, OpenAlarm> open;
    private final Map<String, ShelvedRule> shelves;
    private final Map<String, PatientLimit> limits;
    private final List<Alarm> closed;
    private final List<String> commandIds;
    private String bed;
    private long sequence;
    private Instant clock;
    private Instant newestEntryAt;
    private @Nullable PatientSaturationScale patientScale;
    private @Nullable Incident incidentOrNull;

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
            List<Alarm> closed,
            List<String> commandIds,
            long sequence,
            Instant clock,
            Instant newestEntryAt) {
        this.stay = stay;
        this.bed = bed;
        this.open = new TreeMap<>();
        this.shelves = new TreeMap<>();
        this.limits = new TreeMap<>();
        this.closed = new ArrayList<>(closed);
        this.commandIds = new ArrayList<>(commandIds);
        this.sequence = sequence;
        this.clock = clock;
        this.newestEntryAt = newestEntryAt;
        open.forEach(this::keep);
        shelves.forEach(shelved -> this.shelves.put(shelved.alarm().rule(), shelved));
        limits.forEach(limit -> this.limits.put(limit.key(), limit));
    }

    /** Returns this state with the incident that {@link #incident} returned; null when there was none. */
    public StayAlarms with(@Nullable Incident stored) {
        incidentOrNull = stored;
        return this;
    }

    /** Returns the newest incident of the stay. All open alarms of the patient belong to it. */
    public Optional<Incident> incident() {
        return Optional.ofNullable(incidentOrNull);
    }

    void keep(Incident incident) {
        incidentOrNull = incident;
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

    /** Returns the saturation scale that was set for this patient; empty while scale 1 applies. */
    public Optional<PatientSaturationScale> patientScale() {
        return Optional.ofNullable(patientScale);
    }

    /** Returns the saturation scale of NEWS2 that applies to this patient. */
    public SaturationScale saturationScale() {
        return patientScale().map(PatientSaturationScale::scale).orElse(SaturationScale.SCALE_1);
    }

    /** Sets the saturation scale of this patient. */
    public void setPatientScale(@Nullable PatientSaturationScale scale) {
        patientScale = scale;
    }

    /** Returns the newest closed alarms, without their findings. */
    public List<Alarm> closed() {
        return List.copyOf(closed);
    }

    /** Returns the ids of the newest commands. */
    public List<String> commandIds() {
        return List.copyOf(commandIds);
    }

    /** Returns the sequence number of the newest entry; 0 before the first entry. */
    public long sequence() {
        return sequence;
    }

    /** Returns the newest instant that has passed. It never goes back after the stay's first bed is known. */
    public Instant clock() {
        return clock;
    }

    /** Returns the time of the newest entry. It never goes back after the stay's first bed is known, and is never after the clock. */
    public Instant newestEntryAt() {
        return newestEntryAt;
    }

    /** Returns the sequence number of the next entry, which has the time {@code at}. */
    long nextSequence(Instant at) {
        newestEntryAt = at;
        advance(at);
        return ++sequence;
    }

    /** Advances the clock to {@code now}. It must not pass a deadline of an alarm. Returns the clock, which never goes back. */
    public Instant advance(Instant now) {
        clock = now.isAfter(clock) ? now : clock;
        return clock;
    }

    /** Records the bed. Before the first one there were only refused commands, whose times are not on the stay's clock. */
    void moveToBed(String newBed) {
        if (bed.isEmpty()) {
            clock = Instant.EPOCH;
            newestEntryAt = Instant.EPOCH;
        }
        bed = newBed;
    }

    Optional<OpenAlarm> of(String rule) {
        return Optional.ofNullable(open.get(rule));
    }

    Optional<OpenAlarm> find(AlarmId id) {
        return of(id.rule()).filter(openAlarm -> openAlarm.id().equals(id));
    }

    /** Returns the open alarm with this identity on the topics. */
    Optional<OpenAlarm> findOpen(String digest) {
        return open.values().stream()
                .filter(openAlarm -> openAlarm.id().digest().equals(digest))
                .findFirst();
    }

    /** Returns the alarm with this identity on the topics, if it is open or was closed a short time ago. */
    Optional<Alarm> findOpenOrClosed(String digest) {
        return findOpen(digest)
                .map(OpenAlarm::alarm)
                .or(() -> closed.stream()
                        .filter(alarm -> alarm.id().digest().equals(digest))
                        .findFirst());
    }

    void keep(OpenAlarm openAlarm) {
        open.put(openAlarm.alarm().rule(), openAlarm);
    }

    void close(Alarm alarm) {
        open.remove(alarm.rule());
        closed.add(alarm.withoutFinding());
        if (closed.size() > CLOSED_KEPT) {
            closed.remove(0);
        }
    }

    Optional<ShelvedRule> shelf(String rule) {
        return Optional.ofNullable(shelves.get(rule));
    }

    /** Returns the shelving that concerns the alarm with this identity on the topics: it was set on that alarm, or on the alarm's rule. */
    Optional<ShelvedRule> shelfOf(String digest) {
        return shelves.values().stream()
                .filter(shelved -> shelved.alarm().id().digest().equals(digest))
                .findFirst()
                .or(() -> findOpenOrClosed(digest).flatMap(alarm -> shelf(alarm.rule())));
    }

    void shelve(ShelvedRule shelved) {
        shelves.put(shelved.alarm().rule(), shelved);
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
        if (commandIds.contains(command.id())) {
            return false;
        }
        commandIds.add(command.id());
        if (commandIds.size() > COMMANDS_KEPT) {
            commandIds.remove(0);
        }
        return true;
    }
}

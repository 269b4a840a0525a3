package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.MeasurementTime;

/** Holds the state of the alarm rules of one stay. */
public final class AlarmDetectionState {
    /** Largest number of devices at one bed whose clocks are followed. */
    private static final int DEVICES = 16;

    private final String stay;
    private final CurrentVitals vitals;
    private final Map<String, AlarmConditionState> conditions;
    private final Map<String, RunningBaseline> baselines;
    private final Map<String, ClockOffsets> offsets;
    private Instant clock;

    public AlarmDetectionState(String stay) {
        this(stay, new CurrentVitals(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    }

    /** Creates the state from what the accessors returned. */
    public AlarmDetectionState(
            String stay,
            CurrentVitals vitals,
            Map<String, AlarmConditionState> conditions,
            Map<String, PatientBaseline> baselines,
            Map<String, ClockOffsets> offsets,
            Instant clock) {
        this.stay = stay;
        this.vitals = vitals;
        this.conditions = new HashMap<>(conditions);
        this.baselines = new HashMap<>();
        baselines.forEach((variable, baseline) -> this.baselines.put(variable, new RunningBaseline(baseline)));
        this.offsets = new HashMap<>(offsets);
        this.clock = clock;
    }

    public String stay() {
        return stay;
    }

    public CurrentVitals vitals() {
        return vitals;
    }

    /** Returns the newest event time of the stay. It never goes back. */
    public Instant clock() {
        return clock;
    }

    boolean hasReadings() {
        return !clock.equals(Instant.EPOCH);
    }

    /** Returns the state of every rule that is pending or open. */
    public Map<String, AlarmConditionState> conditions() {
        return Map.copyOf(conditions);
    }

    /** Returns the patient's baselines, by variable. */
    public Map<String, PatientBaseline> baselines() {
        return baselines.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, baseline -> baseline.getValue().snapshot()));
    }

    /** Returns the clock offsets at this bed, by device. */
    public Map<String, ClockOffsets> offsets() {
        return Map.copyOf(offsets);
    }

    /** Records the clock offset of one message from {@code device}. Returns false for a message that came before. */
    public boolean recordClockOffset(String device, Instant received, Duration off) {
        ClockOffsets before = offsets.getOrDefault(device, ClockOffsets.NONE);
        ClockOffsets after = before.then(received, off);
        offsets.put(device, after);
        if (offsets.size() > DEVICES) {
            offsets.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().newest().received()))
                    .map(Map.Entry::getKey)
                    .ifPresent(offsets::remove);
        }
        return !after.equals(before);
    }

    /** Returns the largest persisting clock offset of the devices with a message since {@code since}. */
    Duration clockOff(Instant since) {
        Duration largest = Duration.ZERO;
        for (ClockOffsets device : offsets.values()) {
            if (!device.newest().received().isBefore(since)) {
                Duration off = device.persisting();
                largest = off.compareTo(largest) > 0 ? off : largest;
            }
        }
        return largest;
    }

    /** Adds a value of {@code variable} to its baseline. Returns the change per hour; NaN while the baseline is still being learned. */
    double learn(String variable, double value, Instant at) {
        RunningBaseline baseline = baselines.get(variable);
        if (baseline == null) {
            baseline = new RunningBaseline(PatientBaseline.of(value, at));
            baselines.put(variable, baseline);
        } else {
            baseline.learn(value, at);
        }
        return baseline.slope();
    }

    /** Returns true when no rule is pending or open. */
    boolean isCalm() {
        return conditions.isEmpty();
    }

    /** Returns the raised condition of a rule. */
    Optional<RaisedCondition> raised(String rule) {
        return conditions.getOrDefault(rule, AlarmConditionState.NORMAL).raised();
    }

    AlarmConditionState condition(AlarmRule rule) {
        return conditions.getOrDefault(rule.name(), AlarmConditionState.NORMAL);
    }

    void keep(AlarmRule rule, AlarmConditionState condition) {
        keep(rule.name(), condition);
    }

    void keep(String rule, AlarmConditionState condition) {
        if (condition.isNormal()) {
            conditions.remove(rule);
        } else {
            conditions.put(rule, condition);
        }
    }

    /** Keeps the state of the rules for which {@code used} returns true. */
    void retain(Predicate<String> used) {
        conditions.keySet().removeIf(used.negate());
    }

    /** Returns when {@code moment} was on the stay's clock. It is never after the time of receipt. */
    static Instant when(MeasurementTime moment) {
        return moment.at().isAfter(moment.received()) ? moment.received() : moment.at();
    }

    /** Advances the stay's clock. A device whose clock runs ahead does not move it into the future. */
    void advance(MeasurementTime moment) {
        Instant at = when(moment);
        clock = at.isAfter(clock) ? at : clock;
    }

    /** Removes the withdrawn readings. Returns the variables whose newest value was removed. */
    Set<String> withdraw(InstantReadings snapshot) {
        if (snapshot.withdrawn().isEmpty()) {
            return Set.of();
        }
        return snapshot.withdrawn().stream()
                .filter(withdrawn -> vitals.withdraw(withdrawn.variable(), withdrawn.value(), snapshot.at()))
                .map(InstantReadings.WithdrawnReading::variable)
                .collect(Collectors.toSet());
    }

    /** Adds the readings of one instant. Returns the variables whose newest value changed. */
    List<String> take(InstantReadings snapshot, MeasurementTime moment) {
        List<String> changed = new ArrayList<>(snapshot.kept().size());
        for (InstantReadings.KeptReading kept : snapshot.kept()) {
            if (vitals.take(kept.variable(), kept.value(), moment, kept.place(), clock)) {
                changed.add(kept.variable());
            }
        }
        snapshot.unusedVariables().forEach(variable -> vitals.recordSignal(variable, clock));
        return changed;
    }
}

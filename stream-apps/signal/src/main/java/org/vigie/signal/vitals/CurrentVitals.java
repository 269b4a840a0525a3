package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the newest value of every variable of one stay. An older value changes nothing. */
public final class CurrentVitals {
    private final Map<String, CurrentValue> newest;
    private final Map<String, Instant> signals;

    public CurrentVitals() {
        this(Map.of(), Map.of());
    }

    /** Creates the state from what {@link #newest()} and {@link #lastSignals()} returned. */
    public CurrentVitals(Map<String, CurrentValue> newest, Map<String, Instant> signals) {
        this.newest = new HashMap<>(newest);
        this.signals = new HashMap<>(signals);
    }

    /** Adds a kept value that was received when it was measured. Returns false when a newer value is held. */
    public boolean take(String variable, double value, Instant at, ReadingPosition position) {
        return take(variable, value, MeasurementTime.ofTrustedClock(at, at), position);
    }

    /** Adds a kept value. Returns false when a newer value is held. */
    public boolean take(String variable, double value, MeasurementTime moment, ReadingPosition position) {
        if (find(variable).filter(held -> !held.moment().givesWayTo(moment)).isPresent()) {
            return false;
        }
        CurrentValue held = newest.get(variable);
        newest.put(
                variable,
                held == null ? CurrentValue.first(value, moment, position) : held.then(value, moment, position));
        return true;
    }

    /**
     * Removes a value that its sender retracted. The variable then has no value.
     *
     * @param onDevice when it was measured, by its device's clock
     * @return true when it was the newest value
     */
    public boolean withdraw(String variable, double value, Instant onDevice) {
        boolean isNewest = find(variable)
                .filter(held ->
                        held.value() == value && held.moment().onDevice().equals(onDevice))
                .isPresent();
        if (isNewest) {
            newest.remove(variable);
        }
        return isNewest;
    }

    /** Records that a sensor sent a reading, whatever its cleaning outcome. {@code at} is on the stay's clock, not the sensor's. */
    public void recordSignal(String variable, Instant at) {
        signals.merge(variable, at, (held, now) -> now.isAfter(held) ? now : held);
    }

    /** Returns the newest value of any age. */
    public Optional<CurrentValue> find(String variable) {
        return Optional.ofNullable(newest.get(variable));
    }

    /** Returns the newest value if it is still fresh at {@code at}. */
    public Optional<CurrentValue> fresh(String variable, Instant at) {
        return find(variable).filter(vital -> !at.isAfter(vital.at().plus(FreshnessRules.of(variable, vital))));
    }

    /** Returns the first of {@code variables} with a fresh value. */
    public Optional<String> firstFresh(List<String> variables, Instant at) {
        return variables.stream()
                .filter(variable -> fresh(variable, at).isPresent())
                .findFirst();
    }

    /** Returns the variable of {@code variables} with the newest value of any age; the first one if several are equally new. */
    public Optional<String> newest(List<String> variables) {
        Optional<String> last = Optional.empty();
        for (String variable : variables) {
            Optional<Instant> at = find(variable).map(CurrentValue::at);
            if (at.isPresent()
                    && last.flatMap(this::find)
                            .map(CurrentValue::at)
                            .filter(held -> !at.get().isAfter(held))
                            .isEmpty()) {
                last = Optional.of(variable);
            }
        }
        return last;
    }

    /** Returns how long a variable has sent nothing, if it used to come at least every {@code rhythm}; empty for other variables. */
    public Optional<Duration> silence(String variable, Duration rhythm, Instant at) {
        return find(variable)
                .map(CurrentValue::rhythm)
                .filter(usual -> !usual.equals(CurrentValue.UNKNOWN) && usual.compareTo(rhythm) <= 0)
                .map(usual -> Duration.between(signals.getOrDefault(variable, at), at));
    }

    public Map<String, CurrentValue> newest() {
        return Map.copyOf(newest);
    }

    public Map<String, Instant> lastSignals() {
        return Map.copyOf(signals);
    }
}

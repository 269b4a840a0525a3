package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        CurrentValue held = newest.get(variable);
        if (held != null && !held.moment().givesWayTo(moment)) {
            return false;
        }
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

    /** Returns the newest value of any age at charting resolution; NaN when there is none. */
    public double charted(String variable) {
        CurrentValue held = newest.get(variable);
        return held == null ? Double.NaN : ChartingResolution.round(variable, held.value());
    }

    /** Returns the newest value of any age. */
    public Optional<CurrentValue> find(String variable) {
        return Optional.ofNullable(newest.get(variable));
    }

    /** Returns the newest value if it is still fresh at {@code at}. */
    public Optional<CurrentValue> fresh(String variable, Instant at) {
        CurrentValue held = newest.get(variable);
        return isFresh(variable, held, at) ? Optional.ofNullable(held) : Optional.empty();
    }

    /** Returns true when the newest value is still fresh at {@code at}. */
    public boolean isFresh(String variable, Instant at) {
        return isFresh(variable, newest.get(variable), at);
    }

    private static boolean isFresh(String variable, @Nullable CurrentValue held, Instant at) {
        return held != null && !at.isAfter(held.at().plus(FreshnessRules.of(variable, held)));
    }

    /** Returns the first of {@code variables} with a fresh value. */
    public Optional<String> firstFresh(List<String> variables, Instant at) {
        for (String variable : variables) {
            if (isFresh(variable, at)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    /** Returns the variable of {@code variables} with the newest value of any age; the first one if several are equally new. */
    public Optional<String> newest(List<String> variables) {
        String newestVariable = null;
        Instant newestAt = null;
        for (String variable : variables) {
            CurrentValue held = newest.get(variable);
            if (held != null && (newestAt == null || held.at().isAfter(newestAt))) {
                newestVariable = variable;
                newestAt = held.at();
            }
        }
        return Optional.ofNullable(newestVariable);
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

package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the newest value of every variable of one stay. An older value changes nothing. */
public final class CurrentVitals {
    private final Map<String, HeldVital> vitals = new HashMap<>();

    public CurrentVitals() {}

    /** Creates the state from what {@link #newest()} and {@link #lastSignals()} returned. */
    public CurrentVitals(Map<String, CurrentValue> newest, Map<String, Instant> signals) {
        newest.forEach((variable, value) -> vitals.put(variable, HeldVital.of(value)));
        signals.forEach(this::recordSignal);
    }

    private HeldVital vital(String variable) {
        HeldVital known = vitals.get(variable);
        if (known != null) {
            return known;
        }
        var created = new HeldVital();
        vitals.put(variable, created);
        return created;
    }

    private @Nullable CurrentValue currentOrNull(String variable) {
        HeldVital held = vitals.get(variable);
        return held == null ? null : held.currentOrNull();
    }

    /** Adds a kept value that was received when it was measured. Returns false when a newer value is held. */
    public boolean take(String variable, double value, Instant at, ReadingPosition position) {
        return take(variable, value, MeasurementTime.ofTrustedClock(at, at), position);
    }

    /** Adds a kept value. Returns false when a newer value is held. */
    public boolean take(String variable, double value, MeasurementTime moment, ReadingPosition position) {
        return vital(variable).take(value, moment, position);
    }

    /** Adds a kept value, and records at {@code signal} that its sensor sent it. Returns false when a newer value is held. */
    public boolean take(
            String variable, double value, MeasurementTime moment, ReadingPosition position, Instant signal) {
        HeldVital held = vital(variable);
        held.signal(signal);
        return held.take(value, moment, position);
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
            vital(variable).withdraw();
        }
        return isNewest;
    }

    /** Records that a sensor sent a reading, whatever its cleaning outcome. {@code at} is on the stay's clock, not the sensor's. */
    public void recordSignal(String variable, Instant at) {
        vital(variable).signal(at);
    }

    /** Returns the newest value of any age at charting resolution; NaN when there is none. */
    public double charted(String variable) {
        HeldVital held = vitals.get(variable);
        return held == null ? Double.NaN : ChartingResolution.round(variable, held.value());
    }

    /** Returns the newest value if it was measured at {@code moment}, else NaN. */
    public double valueAt(String variable, MeasurementTime moment) {
        HeldVital held = vitals.get(variable);
        return held == null || !moment.equals(held.momentOrNull()) ? Double.NaN : held.value();
    }

    /** Returns the newest value of any age. */
    public Optional<CurrentValue> find(String variable) {
        return Optional.ofNullable(currentOrNull(variable));
    }

    /** Returns the newest value if it is still fresh at {@code at}. */
    public Optional<CurrentValue> fresh(String variable, Instant at) {
        CurrentValue held = currentOrNull(variable);
        return isFresh(variable, held, at) ? Optional.ofNullable(held) : Optional.empty();
    }

    /** Returns true when the newest value is still fresh at {@code at}. */
    public boolean isFresh(String variable, Instant at) {
        return isFresh(variable, currentOrNull(variable), at);
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
            CurrentValue held = currentOrNull(variable);
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
                .map(usual -> Duration.between(signal(variable).orElse(at), at));
    }

    private Optional<Instant> signal(String variable) {
        return Optional.ofNullable(vitals.get(variable)).map(HeldVital::signalOrNull);
    }

    /** Returns the newest value of each variable. */
    public Map<String, CurrentValue> newest() {
        Map<String, CurrentValue> newest = new HashMap<>();
        vitals.forEach((variable, held) -> {
            CurrentValue value = held.currentOrNull();
            if (value != null) {
                newest.put(variable, value);
            }
        });
        return Collections.unmodifiableMap(newest);
    }

    /** Returns when each variable last sent a reading, on the stay's clock. */
    public Map<String, Instant> lastSignals() {
        Map<String, Instant> signals = new HashMap<>();
        vitals.forEach((variable, held) -> {
            Instant at = held.signalOrNull();
            if (at != null) {
                signals.put(variable, at);
            }
        });
        return Collections.unmodifiableMap(signals);
    }
}

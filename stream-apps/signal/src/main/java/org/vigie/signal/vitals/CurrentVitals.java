package org.vigie.signal.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest value of every variable of one stay. An older value changes nothing. */
public final class CurrentVitals {
    private final Map<String, CurrentValue> newest;
    private final Map<String, Instant> heard;

    public CurrentVitals() {
        this(Map.of(), Map.of());
    }

    /** As {@link #newest()} and {@link #lastSignals()} gave them. */
    public CurrentVitals(Map<String, CurrentValue> newest, Map<String, Instant> heard) {
        this.newest = new HashMap<>(newest);
        this.heard = new HashMap<>(heard);
    }

    /** Takes in a kept value that came as it was measured. False when it is no news. */
    public boolean take(String variable, double value, Instant at, ReadingPosition position) {
        return take(variable, value, MeasurementTime.ofTrustedClock(at, at), position);
    }

    /** Takes in a kept value. False when it is no news. */
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
     * Forgets a value that its sender took back: of its variable nothing is known then.
     *
     * @param onDevice when it was measured, by its device's clock
     * @return whether it was the newest
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

    /** Notes that the sensor spoke, whatever is thought of what it said; {@code at} by the stay's clock, not the sensor's. */
    public void recordSignal(String variable, Instant at) {
        heard.merge(variable, at, (held, now) -> now.isAfter(held) ? now : held);
    }

    /** The newest value however old. */
    public Optional<CurrentValue> find(String variable) {
        return Optional.ofNullable(newest.get(variable));
    }

    /** The newest value when it is still fresh at {@code at}. */
    public Optional<CurrentValue> fresh(String variable, Instant at) {
        return find(variable).filter(vital -> !at.isAfter(vital.at().plus(FreshnessRules.of(variable, vital))));
    }

    /** The first of {@code variables} with a fresh value. */
    public Optional<String> firstFresh(List<String> variables, Instant at) {
        return variables.stream()
                .filter(variable -> fresh(variable, at).isPresent())
                .findFirst();
    }

    /** The one of {@code variables} that was measured last, however long ago; the first of several. */
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

    /** How long a variable that used to come at least every {@code rhythm} has not been heard; empty for any other. */
    public Optional<Duration> silence(String variable, Duration rhythm, Instant at) {
        return find(variable)
                .map(CurrentValue::rhythm)
                .filter(usual -> !usual.equals(CurrentValue.UNKNOWN) && usual.compareTo(rhythm) <= 0)
                .map(usual -> Duration.between(heard.getOrDefault(variable, at), at));
    }

    public Map<String, CurrentValue> newest() {
        return Map.copyOf(newest);
    }

    public Map<String, Instant> lastSignals() {
        return Map.copyOf(heard);
    }
}

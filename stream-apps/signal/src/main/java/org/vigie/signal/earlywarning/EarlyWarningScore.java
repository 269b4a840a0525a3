package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * An early-warning score at one instant. What is missing or stale makes it a range: the true score lies in {@link #low()} to
 * {@link #high()} points.
 *
 * @param version of the table
 * @param ventilated the score saturates in a ventilated, sedated patient: to be said beside it
 */
public record EarlyWarningScore(String version, List<ScoreComponent> parts, boolean ventilated) {
    /**
     * The points of one input.
     *
     * @param low fewest points it may be worth, {@code high} most: equal when it is known
     * @param carried points of its last value however old; 0 when there never was one
     * @param known false when the input is missing or stale
     * @param age of its newest value, however old; {@link #NEVER} when there never was one
     */
    public record ScoreComponent(
            String input, String labelFr, String labelEn, int low, int high, int carried, boolean known, Duration age) {
        /** Never measured. */
        public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);
    }

    public EarlyWarningScore {
        parts = List.copyOf(parts);
    }

    public int low() {
        return sum(ScoreComponent::low);
    }

    public int high() {
        return sum(ScoreComponent::high);
    }

    /** With the last points of what has gone silent: an open alarm may not be cleared by pulling out a sensor. */
    public int carried() {
        return sum(component -> component.known() ? component.low() : component.carried());
    }

    /** Most points of any one known input. */
    public int worst() {
        return parts.stream().mapToInt(ScoreComponent::low).max().orElse(0);
    }

    /** Most points of any one input, with what has gone silent. */
    public int worstCarried() {
        return parts.stream()
                .mapToInt(component -> component.known() ? component.low() : component.carried())
                .max()
                .orElse(0);
    }

    public boolean complete() {
        return parts.stream().allMatch(ScoreComponent::known);
    }

    /** The inputs that are missing or stale. */
    public List<ScoreComponent> missing() {
        return parts.stream().filter(component -> !component.known()).toList();
    }

    /** The score without some inputs. */
    public EarlyWarningScore without(Set<String> inputs) {
        return new EarlyWarningScore(
                version,
                parts.stream()
                        .filter(component -> !inputs.contains(component.input()))
                        .toList(),
                ventilated);
    }

    private int sum(ToIntFunction<ScoreComponent> points) {
        return parts.stream().mapToInt(points).sum();
    }
}

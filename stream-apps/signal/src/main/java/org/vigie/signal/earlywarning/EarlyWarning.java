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
public record EarlyWarning(String version, List<Part> parts, boolean ventilated) {
    /**
     * The points of one input.
     *
     * @param low fewest points it may be worth, {@code high} most: equal when it is known
     * @param carried points of its last value however old; 0 when there never was one
     * @param known false when the input is missing or stale
     * @param age of its newest value, however old; {@link #NEVER} when there never was one
     */
    public record Part(
            String input, String labelFr, String labelEn, int low, int high, int carried, boolean known, Duration age) {
        /** Never measured. */
        public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);
    }

    public EarlyWarning {
        parts = List.copyOf(parts);
    }

    public int low() {
        return sum(Part::low);
    }

    public int high() {
        return sum(Part::high);
    }

    /** With the last points of what has gone silent: an open alarm may not be cleared by pulling out a sensor. */
    public int carried() {
        return sum(part -> part.known() ? part.low() : part.carried());
    }

    /** Most points of any one known input. */
    public int worst() {
        return parts.stream().mapToInt(Part::low).max().orElse(0);
    }

    /** Most points of any one input, with what has gone silent. */
    public int worstCarried() {
        return parts.stream()
                .mapToInt(part -> part.known() ? part.low() : part.carried())
                .max()
                .orElse(0);
    }

    public boolean complete() {
        return parts.stream().allMatch(Part::known);
    }

    /** The inputs that are missing or stale. */
    public List<Part> missing() {
        return parts.stream().filter(part -> !part.known()).toList();
    }

    /** The score without some inputs. */
    public EarlyWarning without(Set<String> inputs) {
        return new EarlyWarning(
                version,
                parts.stream().filter(part -> !inputs.contains(part.input())).toList(),
                ventilated);
    }

    private int sum(ToIntFunction<Part> points) {
        return parts.stream().mapToInt(points).sum();
    }
}

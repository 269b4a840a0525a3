package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.vigie.signal.text.LocalizedText;

/**
 * Holds an early-warning score at one instant. A missing or stale input makes it a range: the true score lies between {@link #low()} and
 * {@link #high()} points.
 *
 * @param version version of the table
 * @param ventilated true for a ventilated, sedated patient, in whom the score saturates; it must be shown beside the score
 */
public record EarlyWarningScore(String version, List<ScoreComponent> parts, boolean ventilated) {
    /**
     * Holds the points of one input.
     *
     * @param label name for clinicians
     * @param low fewest possible points; {@code high} is the most; equal when the input is known
     * @param carried points of the last value of any age; 0 when there never was one
     * @param known false when the input is missing or stale; a known input is a range while its points depend on another one
     * @param age age of the newest value; {@link #NEVER} when there never was one
     */
    public record ScoreComponent(
            String input, LocalizedText label, int low, int high, int carried, boolean known, Duration age) {
        /** Age of an input that was never measured. */
        public static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

        private int lowOrCarried() {
            return known && low == high ? low : carried;
        }
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

    /** Returns the score with the last points of stale inputs. An open alarm must not clear because a sensor was removed. */
    public int carried() {
        return sum(ScoreComponent::lowOrCarried);
    }

    /** Returns the highest points of any known input. */
    public int worst() {
        return highest(ScoreComponent::low);
    }

    /** Returns the highest points of any input, with the last points of stale inputs. */
    public int worstCarried() {
        return highest(ScoreComponent::lowOrCarried);
    }

    public boolean complete() {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).known()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the inputs that are missing or stale. */
    public List<ScoreComponent> missing() {
        return complete()
                ? List.of()
                : parts.stream().filter(component -> !component.known()).toList();
    }

    /** Returns the score without the given inputs. */
    public EarlyWarningScore without(Set<String> inputs) {
        return new EarlyWarningScore(
                version,
                parts.stream()
                        .filter(component -> !inputs.contains(component.input()))
                        .toList(),
                ventilated);
    }

    private int sum(ToIntFunction<ScoreComponent> points) {
        int sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += points.applyAsInt(parts.get(i));
        }
        return sum;
    }

    private int highest(ToIntFunction<ScoreComponent> points) {
        int highest = 0;
        for (int i = 0; i < parts.size(); i++) {
            highest = Math.max(highest, points.applyAsInt(parts.get(i)));
        }
        return highest;
    }
}

package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;

/**
 * Keeps SOFA of the last 24 hours, one sample an hour and the newest, so that its change is known.
 *
 * @param samples in ascending order of time
 */
public record SofaHistory(List<SofaSample> samples) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** The history of a stay without a score. */
    public static final SofaHistory NONE = new SofaHistory(List.of());

    /**
     * Holds the score at one instant.
     *
     * @param known points of the organs that are known
     * @param low fewest points of all organs; {@code high} is the most
     */
    public record SofaSample(Instant at, Map<String, Integer> known, int low, int high) {
        public SofaSample {
            known = Map.copyOf(known);
        }

        /** Returns the sample of a score. */
        public static SofaSample of(EarlyWarningScore score, Instant at) {
            Map<String, Integer> known = score.parts().stream()
                    .filter(ScoreComponent::known)
                    .collect(Collectors.toMap(ScoreComponent::input, ScoreComponent::low));
            return new SofaSample(at, known, score.low(), score.high());
        }

        private Instant hour() {
            return at.truncatedTo(ChronoUnit.HOURS);
        }
    }

    public SofaHistory {
        samples = List.copyOf(samples);
    }

    /** Returns true when a new sample is due: a minute after the newest. */
    public boolean isDue(Instant now) {
        return samples.isEmpty() || !now.isBefore(newest().at().plus(EVERY));
    }

    /** Returns the newest sample. */
    public SofaSample newest() {
        return samples.get(samples.size() - 1);
    }

    /** Returns the history with a later sample. */
    public SofaHistory with(SofaSample sample) {
        List<SofaSample> kept = new ArrayList<>(samples);
        int last = kept.size() - 1;
        boolean isReplaced =
                last > 0 && kept.get(last).hour().equals(kept.get(last - 1).hour());
        if (isReplaced) {
            kept.remove(last);
        }
        kept.add(sample);
        kept.removeIf(old -> old.at().isBefore(sample.at().minus(DAY)));
        return new SofaHistory(kept);
    }

    /** Returns the change from the oldest sample to the newest, over the organs that are known in both; empty when there are none. */
    public OptionalInt change() {
        if (samples.size() < 2) {
            return OptionalInt.empty();
        }
        Map<String, Integer> before = samples.get(0).known();
        Map<String, Integer> now = newest().known();
        List<String> both = now.keySet().stream().filter(before::containsKey).toList();
        return both.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(both.stream()
                        .mapToInt(organ -> change(organ, before, now))
                        .sum());
    }

    private static int change(String organ, Map<String, Integer> before, Map<String, Integer> now) {
        return now.getOrDefault(organ, 0) - before.getOrDefault(organ, 0);
    }
}

package org.vigie.training.calibrate;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Holds the log odds that the parts of an ensemble predict for some stays.
 *
 * @param logits by hours seen: a row for each part, with one number for each stay
 * @param hoursSeen by the same hours: hours of each stay since its first measured one, as the server counts them
 * @param died one for each stay
 */
public record EnsemblePredictions(
        NavigableMap<Integer, float[][]> logits, NavigableMap<Integer, int[]> hoursSeen, boolean[] died) {
    /** Returns the numbers of hours seen, ascending. */
    public Set<Integer> hours() {
        return logits.navigableKeySet();
    }

    /** Returns the hours of a whole stay. */
    public int whole() {
        return logits.lastKey();
    }

    /** Keeps the predictions for whole stays of the parts at these places. */
    public EnsemblePredictions ofWholeStays(List<Integer> parts) {
        float[][] rows = logits.get(whole());
        float[][] some = parts.stream().map(part -> rows[part]).toArray(float[][]::new);
        return new EnsemblePredictions(
                new TreeMap<>(Map.of(whole(), some)), new TreeMap<>(Map.of(whole(), hoursSeen.get(whole()))), died);
    }

    /** Keeps the predictions for the stays at these places. */
    EnsemblePredictions ofStays(int... places) {
        NavigableMap<Integer, float[][]> someLogits = new TreeMap<>();
        NavigableMap<Integer, int[]> someHours = new TreeMap<>();
        logits.forEach((hours, rows) -> {
            someLogits.put(hours, picked(rows, places));
            someHours.put(
                    hours,
                    IntStream.of(places)
                            .map(place -> hoursSeen.get(hours)[place])
                            .toArray());
        });
        boolean[] someDied = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            someDied[i] = died[places[i]];
        }
        return new EnsemblePredictions(someLogits, someHours, someDied);
    }

    private static float[][] picked(float[][] rows, int... places) {
        float[][] some = new float[rows.length][places.length];
        for (int part = 0; part < rows.length; part++) {
            for (int i = 0; i < places.length; i++) {
                some[part][i] = rows[part][places[i]];
            }
        }
        return some;
    }

    int stays() {
        return died.length;
    }

    /** Returns the log odds of each part for one stay. */
    double[] logitsOf(int stay, int hours) {
        float[][] rows = logits.get(hours);
        double[] predicted = new double[rows.length];
        for (int part = 0; part < predicted.length; part++) {
            predicted[part] = rows[part][stay];
        }
        return predicted;
    }
}

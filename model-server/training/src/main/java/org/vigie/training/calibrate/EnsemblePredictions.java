package org.vigie.training.calibrate;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the parts of an ensemble said of some stays.
 *
 * @param logits by hours seen: a row for each part, of one number for each stay
 * @param hoursSeen by the same hours: of each stay, counted from its first measured one, as the server counts them
 * @param died one for each stay
 */
public record EnsemblePredictions(
        NavigableMap<Integer, float[][]> logits, NavigableMap<Integer, int[]> hoursSeen, boolean[] died) {
    /** Ascending. */
    public Set<Integer> hours() {
        return logits.navigableKeySet();
    }

    /** The hours of a whole stay. */
    public int whole() {
        return logits.lastKey();
    }

    /** Of whole stays, by the parts in these places alone. */
    public EnsemblePredictions ofWholeStays(List<Integer> parts) {
        float[][] rows = logits.get(whole());
        float[][] some = parts.stream().map(part -> rows[part]).toArray(float[][]::new);
        return new EnsemblePredictions(
                new TreeMap<>(Map.of(whole(), some)), new TreeMap<>(Map.of(whole(), hoursSeen.get(whole()))), died);
    }

    int stays() {
        return died.length;
    }

    /** What each part said of a stay. */
    double[] logitsOf(int stay, int hours) {
        float[][] rows = logits.get(hours);
        double[] said = new double[rows.length];
        for (int part = 0; part < said.length; part++) {
            said[part] = rows[part][stay];
        }
        return said;
    }
}

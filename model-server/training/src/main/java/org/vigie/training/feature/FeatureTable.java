package org.vigie.training.feature;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.score.ScoreRequest;

/**
 * Holds the features of many stays after several numbers of hours.
 *
 * @param rows by hours seen: one row of {@link WindowFeatures} for each stay
 * @param died one for each stay, in the same order
 */
public record FeatureTable(NavigableMap<Integer, float[][]> rows, boolean[] died) {
    public static FeatureTable of(List<LabelledStay> examples, List<Integer> hours) {
        NavigableMap<Integer, float[][]> rows = new TreeMap<>();
        hours.forEach(seen -> rows.put(
                seen,
                features(examples.stream()
                        .map(example -> example.windowAfter(seen))
                        .toList())));
        boolean[] died = new boolean[examples.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = examples.get(i).died();
        }
        return new FeatureTable(rows, died);
    }

    /** Computes the features of each window. */
    public static float[][] features(List<ScoreRequest> windows) {
        return windows.stream()
                .map(window -> WindowFeatures.of(window).values())
                .toArray(float[][]::new);
    }

    /** Returns, by hours of the stay, the hours since the first measured one, as the server counts them. */
    public NavigableMap<Integer, int[]> hoursSeen() {
        int place = WindowFeatures.NAMES.indexOf("hours_seen");
        NavigableMap<Integer, int[]> seen = new TreeMap<>();
        rows.forEach((hours, all) ->
                seen.put(hours, Stream.of(all).mapToInt(row -> (int) row[place]).toArray()));
        return seen;
    }

    /** Returns the number of features. */
    public int columns() {
        return rows.firstEntry().getValue()[0].length;
    }

    /** Keeps the stays at these places. */
    public FeatureTable only(int[] stays) {
        NavigableMap<Integer, float[][]> some = new TreeMap<>();
        rows.forEach((hours, all) ->
                some.put(hours, IntStream.of(stays).mapToObj(stay -> all[stay]).toArray(float[][]::new)));
        boolean[] ends = new boolean[stays.length];
        for (int i = 0; i < stays.length; i++) {
            ends[i] = died[stays[i]];
        }
        return new FeatureTable(some, ends);
    }
}

package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.network.TrainingLabels;
import org.vigie.training.learn.network.WindowEncoder;

/**
 * Stays to learn from, after several numbers of hours, as networks and as trees are given them.
 *
 * @param rows by hours seen, for networks
 * @param table for trees
 * @param fold in which each stay is tested
 */
public record TrainingSet(
        NavigableMap<Integer, EncodedWindows> rows, FeatureTable table, TrainingLabels ends, int[] fold) {
    /** Windows are made, encoded and forgotten, one number of hours after the other. */
    public static TrainingSet of(
            WindowEncoder encoder, List<HourlyStay> stays, List<Integer> hours, TrainingLabels labels, int[] fold) {
        NavigableMap<Integer, EncodedWindows> rows = new TreeMap<>();
        NavigableMap<Integer, float[][]> features = new TreeMap<>();
        for (int seen : hours) {
            List<ScoreRequest> windows =
                    stays.stream().map(stay -> stay.windowAfter(seen)).toList();
            rows.put(seen, encoder.encode(windows));
            features.put(
                    seen,
                    windows.stream()
                            .map(window -> WindowFeatures.of(window).values())
                            .toArray(float[][]::new));
        }
        boolean[] died = new boolean[stays.size()];
        IntStream.range(0, died.length).forEach(i -> died[i] = labels.died()[i] == 1);
        return new TrainingSet(rows, new FeatureTable(features, died), labels, fold);
    }

    public boolean[] died() {
        return table.died();
    }

    public int size() {
        return fold.length;
    }

    public List<Integer> hours() {
        return new ArrayList<>(rows.keySet());
    }

    /** Those of which this holds, ascending. */
    public int[] places(IntPredicate holds) {
        return IntStream.range(0, size()).filter(holds).toArray();
    }

    /** Only these stays, by their places. */
    public TrainingSet only(int... places) {
        NavigableMap<Integer, EncodedWindows> some = new TreeMap<>();
        rows.forEach((hours, all) -> some.put(hours, all.only(places)));
        return new TrainingSet(
                some,
                table.only(places),
                ends.only(places),
                IntStream.of(places).map(i -> fold[i]).toArray());
    }

    TrainingSet withTeacher(NavigableMap<Integer, float[]> logits) {
        return new TrainingSet(rows, table, ends.withTeacher(logits), fold);
    }
}

package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.network.TrainingLabels;
import org.vigie.training.learn.network.WindowEncoder;

/**
 * Stays for training after several numbers of hours, encoded for networks and trees.
 *
 * @param rows by hours seen, for networks
 * @param table for trees
 * @param fold in which each stay is tested
 */
public record TrainingSet(
        NavigableMap<Integer, EncodedWindows> rows, FeatureTable table, TrainingLabels ends, int[] fold) {
    /** Encodes windows one number of hours after the other, so that only one set of windows is in memory. */
    public static TrainingSet of(
            WindowEncoder encoder, List<HourlyStay> stays, List<Integer> hours, TrainingLabels labels, int[] fold) {
        NavigableMap<Integer, EncodedWindows> rows = new TreeMap<>();
        NavigableMap<Integer, float[][]> features = new TreeMap<>();
        for (int seen : hours) {
            List<ScoreRequest> windows =
                    stays.stream().map(stay -> stay.windowAfter(seen)).toList();
            rows.put(seen, encoder.encode(windows));
            features.put(seen, FeatureTable.features(windows));
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

    /** Returns the places that fulfil the condition, ascending. */
    public int[] places(IntPredicate holds) {
        return IntStream.range(0, size()).filter(holds).toArray();
    }

    /** Keeps the stays at these places. */
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

package org.vigie.training.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Holds the predictions of a cross-validation for stays that the models did not learn from: {@code RecordID,hours,fold,probability}.
 *
 * @param folds each stay's fold
 * @param probabilities by hours seen, then stay
 */
public record OutOfFoldPredictions(
        Map<Integer, Integer> folds, NavigableMap<Integer, Map<Integer, Float>> probabilities) {
    private static final String HEAD = "RecordID,hours,fold,probability";

    /** @throws IOException naming the line that holds no prediction */
    public static OutOfFoldPredictions read(Path file) throws IOException {
        OutOfFoldPredictions read = new OutOfFoldPredictions(new HashMap<>(), new TreeMap<>());
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IOException(file + ": must begin with " + HEAD);
        }
        for (String line : lines.subList(1, lines.size())) {
            if (!line.matches("\\d+,\\d+,\\d+,[01](\\.\\d+)?(E-\\d+)?")) {
                throw new IOException(file + ": not a stay's prediction: " + line);
            }
            read.add(line.split(",", -1));
        }
        return read;
    }

    /**
     * Writes predictions.
     *
     * @param ids of the stays
     * @param folds one for each
     * @param probabilities by hours seen, one for each
     */
    public static void write(Path file, List<Integer> ids, int[] folds, NavigableMap<Integer, float[]> probabilities)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (int stay = 0; stay < folds.length; stay++) {
            for (var atHours : probabilities.entrySet()) {
                float probability = atHours.getValue()[stay];
                lines.add(ids.get(stay) + "," + atHours.getKey() + "," + folds[stay]
                        + String.format(Locale.ROOT, ",%.9f", probability));
            }
        }
        Files.write(file, lines);
    }

    /** Returns the probabilities of stays by hours seen. @throws IllegalArgumentException when one is missing */
    public NavigableMap<Integer, float[]> probabilitiesOf(List<Integer> ids) {
        NavigableMap<Integer, float[]> all = new TreeMap<>();
        probabilities.keySet().forEach(hours -> {
            float[] some = new float[ids.size()];
            for (int i = 0; i < some.length; i++) {
                some[i] = probability(ids.get(i), hours);
            }
            all.put(hours, some);
        });
        return all;
    }

    private float probability(int id, int hours) {
        Float probability = probabilities.get(hours).get(id);
        if (probability == null) {
            throw new IllegalArgumentException("no prediction for stay " + id + " at " + hours + " h");
        }
        return probability;
    }

    private void add(String... fields) {
        Integer id = Integer.valueOf(fields[0]);
        folds.put(id, Integer.valueOf(fields[2]));
        probabilities
                .computeIfAbsent(Integer.valueOf(fields[1]), hours -> new HashMap<>())
                .put(id, Float.valueOf(fields[3]));
    }
}

package org.vigie.training.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.evaluation.CrossValidationFolds;

/** Holds the fold in which each stay of a set is tested, from a file {@code RecordID,fold}. */
public record FoldAssignment(Map<Integer, Integer> foldOf) {
    public FoldAssignment {
        foldOf = Map.copyOf(foldOf);
    }

    /** @throws IOException when a line is not a stay and its fold */
    public static FoldAssignment read(Path file) throws IOException {
        Map<Integer, Integer> foldOf = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            if (!line.matches("\\d+,\\d+")) {
                throw new IOException(file + ": not a stay and its fold: " + line);
            }
            String[] fields = line.split(",", -1);
            foldOf.put(Integer.valueOf(fields[0]), Integer.valueOf(fields[1]));
        }
        return new FoldAssignment(foldOf);
    }

    /**
     * Draws a fold for each patient, seeded and with the same share of patients who died in each fold, and gives it to all stays of the
     * patient. Else a model would be tested on patients that it learnt from.
     *
     * @param persons patient of each stay by its id; a stay that is missing here is a patient of its own
     * @throws IllegalArgumentException when there are fewer deaths or survivors than folds
     */
    public static int[] drawStratified(
            List<LabelledStay> examples, Map<Integer, String> persons, int folds, long seed) {
        refuseTooFew(examples, folds);
        Map<String, List<LabelledStay>> groups = new LinkedHashMap<>();
        for (LabelledStay example : examples) {
            int id = example.stay().id();
            groups.computeIfAbsent(persons.getOrDefault(id, "stay " + id), person -> new ArrayList<>())
                    .add(example);
        }
        List<List<LabelledStay>> patients = List.copyOf(groups.values());
        int[] classes = patients.stream()
                .mapToInt(stays -> stays.stream().anyMatch(LabelledStay::died) ? 1 : 0)
                .toArray();
        int[] foldOf = CrossValidationFolds.dealEachClass(classes, folds, seed).foldOf();
        Map<Integer, Integer> assigned = new HashMap<>();
        for (int place = 0; place < foldOf.length; place++) {
            int fold = foldOf[place];
            patients.get(place).forEach(example -> assigned.put(example.stay().id(), fold));
        }
        return new FoldAssignment(assigned).of(examples);
    }

    private static void refuseTooFew(List<LabelledStay> examples, int folds) {
        long deaths = examples.stream().filter(LabelledStay::died).count();
        if (deaths < folds || examples.size() - deaths < folds) {
            throw new IllegalArgumentException(
                    examples.size() + " stays with " + deaths + " deaths are too few: each of " + folds
                            + " folds needs a death and a survivor; extract more stays");
        }
    }

    /** Returns the fold of each example. @throws IllegalArgumentException when one has none */
    public int[] of(List<LabelledStay> examples) {
        return examples.stream().mapToInt(example -> fold(example.stay().id())).toArray();
    }

    private int fold(int id) {
        Integer fold = foldOf.get(id);
        if (fold == null) {
            throw new IllegalArgumentException("no fold for stay " + id);
        }
        return fold;
    }
}

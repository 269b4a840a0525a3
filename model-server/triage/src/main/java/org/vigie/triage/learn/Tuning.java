package org.vigie.triage.learn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The settings that fit best, and the scale of their scores, both by cross-validation inside the sample. */
public record Tuning(Settings settings, LevelScale scale) {
    private record Tried(Settings settings, double[] scores, double error) {}

    public static Tuning of(List<Settings> candidates, Sample sample, long seed) {
        Folds folds = Folds.of(sample.levels(), seed);
        Tried best = candidates.stream()
                .map(settings -> tried(settings, sample, folds, seed))
                .min(Comparator.comparingDouble(Tried::error))
                .orElseThrow();
        return new Tuning(best.settings(), LevelScale.fit(best.scores(), sample.levels()));
    }

    private static Tried tried(Settings settings, Sample sample, Folds folds, long seed) {
        double[] scores = new double[sample.size()];
        for (int part = 0; part < Folds.COUNT; part++) {
            List<Integer> asked = folds.parts().get(part);
            try (Forest forest = Forest.grow(settings, sample.only(folds.without(part)), seed)) {
                double[] given = forest.scores(sample.only(asked).rows());
                IntStream.range(0, asked.size()).forEach(i -> scores[asked.get(i)] = given[i]);
            }
        }
        return new Tried(settings, scores, squaredError(scores, sample.levels()));
    }

    private static double squaredError(double[] scores, int[] levels) {
        return IntStream.range(0, levels.length)
                .mapToDouble(i -> (scores[i] - levels[i]) * (scores[i] - levels[i]))
                .sum();
    }
}

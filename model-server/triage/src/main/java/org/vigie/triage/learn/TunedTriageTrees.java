package org.vigie.triage.learn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The settings that fit best, and the scale of their scores, both by cross-validation inside the sample. */
public record TunedTriageTrees(TriageTreesConfig settings, LevelScale scale) {
    private record TuningTrial(TriageTreesConfig settings, double[] scores, double error) {}

    public static TunedTriageTrees of(List<TriageTreesConfig> candidates, TriageSample sample, long seed) {
        StratifiedFolds folds = StratifiedFolds.of(sample.levels(), seed);
        TuningTrial best = candidates.stream()
                .map(config -> tried(config, sample, folds, seed))
                .min(Comparator.comparingDouble(TuningTrial::error))
                .orElseThrow();
        return new TunedTriageTrees(best.settings(), LevelScale.fit(best.scores(), sample.levels()));
    }

    private static TuningTrial tried(TriageTreesConfig config, TriageSample sample, StratifiedFolds folds, long seed) {
        double[] scores = new double[sample.size()];
        for (int part = 0; part < StratifiedFolds.COUNT; part++) {
            List<Integer> asked = folds.parts().get(part);
            try (TriageTrees trees = TriageTrees.grow(config, sample.only(folds.without(part)), seed)) {
                double[] given = trees.scores(sample.only(asked).rows());
                IntStream.range(0, asked.size()).forEach(i -> scores[asked.get(i)] = given[i]);
            }
        }
        return new TuningTrial(config, scores, squaredError(scores, sample.levels()));
    }

    private static double squaredError(double[] scores, int[] levels) {
        return IntStream.range(0, levels.length)
                .mapToDouble(i -> (scores[i] - levels[i]) * (scores[i] - levels[i]))
                .sum();
    }
}

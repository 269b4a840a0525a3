package org.vigie.triage.training.learn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.LevelScale;
import org.vigie.triage.model.TriageTrees;
import org.vigie.triage.model.TriageTreesConfig;
import org.vigie.triage.model.TunedTriageTrees;

/**
 * Chooses the settings with the least squared error and fits the scale of their scores, both by cross-validation inside a sample.
 *
 * @param candidates the settings to choose from
 */
public record TriageTreesTuner(List<TriageTreesConfig> candidates, long seed) {
    static final int FOLDS = 5;

    public TriageTreesTuner {
        candidates = List.copyOf(candidates);
    }

    /** Chooses among the candidates of an evidence. */
    public static TriageTreesTuner of(TriageEvidence evidence, long seed) {
        return new TriageTreesTuner(TriageTreesTrainer.candidates(evidence), seed);
    }

    /** Holds one tried configuration, its scores and its error. */
    private record TuningTrial(TriageTreesConfig settings, double[] scores, double error) {}

    public TunedTriageTrees tune(TriageSample sample) {
        CrossValidationFolds folds = CrossValidationFolds.dealOneAfterOther(sample.levels(), FOLDS, seed);
        TuningTrial best = candidates.stream()
                .map(config -> trial(config, sample, folds))
                .min(Comparator.comparingDouble(TuningTrial::error))
                .orElseThrow();
        return new TunedTriageTrees(best.settings(), LevelScale.fit(best.scores(), sample.levels()));
    }

    /** Trains trees with tuned settings on the whole sample. */
    public TriageTrees train(TunedTriageTrees tuned, TriageSample sample) {
        return new TriageTreesTrainer(tuned.settings(), seed).train(sample);
    }

    private TuningTrial trial(TriageTreesConfig config, TriageSample sample, CrossValidationFolds folds) {
        double[] scores = new double[sample.size()];
        folds.forEach((fold, learnt, tested) -> {
            try (TriageTrees trees = new TriageTreesTrainer(config, seed).train(sample.only(learnt))) {
                double[] given = trees.scores(sample.only(tested).rows());
                IntStream.range(0, tested.length).forEach(i -> scores[tested[i]] = given[i]);
            }
        });
        return new TuningTrial(config, scores, squaredError(scores, sample.levels()));
    }

    private static double squaredError(double[] scores, int[] levels) {
        return IntStream.range(0, levels.length)
                .mapToDouble(i -> (scores[i] - levels[i]) * (scores[i] - levels[i]))
                .sum();
    }
}

package org.vigie.triage.training.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageTrees;
import org.vigie.triage.model.TriageTreesConfig;
import org.vigie.triage.model.TunedTriageTrees;

/**
 * Predicts each visit's level by trees that did not learn from it. Settings, cuts and probabilities are chosen again inside each training
 * part, by five folds of its own.
 *
 * @param candidates the settings to choose from
 * @param seed the same seed gives the same predictions
 */
public record TriageCrossValidation(List<TriageTreesConfig> candidates, long seed) {
    public TriageCrossValidation {
        candidates = List.copyOf(candidates);
    }

    /** Chooses among the candidates of an evidence. */
    public static TriageCrossValidation of(TriageEvidence evidence, long seed) {
        return new TriageCrossValidation(TriageTreesTrainer.candidates(evidence), seed);
    }

    /** Returns a prediction for each visit, in the sample's order. */
    public List<LevelPrediction> predict(TriageSample sample) {
        LevelPrediction[] predictions = new LevelPrediction[sample.size()];
        CrossValidationFolds.dealOneAfterOther(sample.levels(), TriageTreesTuner.FOLDS, seed)
                .forEach((fold, learnt, tested) -> {
                    TriageSample training = sample.only(learnt);
                    TunedTriageTrees tuned = new TriageTreesTuner(candidates, seed + 1).tune(training);
                    try (TriageTrees trees = new TriageTreesTrainer(tuned.settings(), seed).train(training)) {
                        double[] scores = trees.scores(sample.only(tested).rows());
                        IntStream.range(0, tested.length)
                                .forEach(i -> predictions[tested[i]] = LevelPrediction.of(tuned.scale(), scores[i]));
                    }
                });
        return Arrays.asList(predictions);
    }
}

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
                    List<LevelPrediction> ofFold = predict(sample.only(learnt), sample.only(tested));
                    IntStream.range(0, tested.length).forEach(i -> predictions[tested[i]] = ofFold.get(i));
                });
        return Arrays.asList(predictions);
    }

    private List<LevelPrediction> predict(TriageSample training, TriageSample tested) {
        TunedTriageTrees tuned = new TriageTreesTuner(candidates, seed + 1).tune(training);
        try (TriageTrees trees = new TriageTreesTrainer(tuned.settings(), seed).train(training)) {
            return Arrays.stream(trees.scores(tested.rows()))
                    .mapToObj(score -> LevelPrediction.of(tuned.scale(), score))
                    .toList();
        }
    }
}

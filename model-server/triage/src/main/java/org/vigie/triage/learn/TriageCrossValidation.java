package org.vigie.triage.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Five folds; settings, cuts and probabilities are found anew inside each learning part, by five folds of its own. */
public final class TriageCrossValidation {
    private TriageCrossValidation() {}

    /** What is said of each visit, in the sample's order. */
    public static List<LevelPrediction> run(List<TriageTreesConfig> candidates, TriageSample sample, long seed) {
        StratifiedFolds folds = StratifiedFolds.of(sample.levels(), seed);
        LevelPrediction[] judged = new LevelPrediction[sample.size()];
        for (int part = 0; part < StratifiedFolds.COUNT; part++) {
            List<Integer> asked = folds.parts().get(part);
            TriageSample learnt = sample.only(folds.without(part));
            TunedTriageTrees tuning = TunedTriageTrees.of(candidates, learnt, seed + 1);
            try (TriageTrees trees = TriageTrees.grow(tuning.settings(), learnt, seed)) {
                double[] scores = trees.scores(sample.only(asked).rows());
                IntStream.range(0, asked.size())
                        .forEach(i -> judged[asked.get(i)] = LevelPrediction.of(tuning.scale(), scores[i]));
            }
        }
        return Arrays.asList(judged);
    }
}

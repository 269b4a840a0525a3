package org.vigie.triage.learn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Five folds; settings, cuts and probabilities are found anew inside each learning part, by five folds of its own. */
public final class CrossValidation {
    private CrossValidation() {}

    /** What is said of each visit, in the sample's order. */
    public static List<Judged> run(List<Settings> candidates, Sample sample, long seed) {
        Folds folds = Folds.of(sample.levels(), seed);
        Judged[] judged = new Judged[sample.size()];
        for (int part = 0; part < Folds.COUNT; part++) {
            List<Integer> asked = folds.parts().get(part);
            Sample learnt = sample.only(folds.without(part));
            Tuning tuning = Tuning.of(candidates, learnt, seed + 1);
            try (Forest forest = Forest.grow(tuning.settings(), learnt, seed)) {
                double[] scores = forest.scores(sample.only(asked).rows());
                IntStream.range(0, asked.size())
                        .forEach(i -> judged[asked.get(i)] = Judged.by(tuning.scale(), scores[i]));
            }
        }
        return Arrays.asList(judged);
    }
}

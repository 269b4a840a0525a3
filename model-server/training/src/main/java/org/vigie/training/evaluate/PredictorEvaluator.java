package org.vigie.training.evaluate;

import java.util.List;
import java.util.function.Function;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.feature.LabelledStay;

/** Evaluates a predictor on one set with a given number of hours of each stay seen. */
public final class PredictorEvaluator {
    private final Function<List<ScoreRequest>, float[]> predictor;

    /** @param predictor gives one probability per window */
    public PredictorEvaluator(Function<List<ScoreRequest>, float[]> predictor) {
        this.predictor = predictor;
    }

    public BinaryMetrics evaluateAfter(int hours, List<LabelledStay> examples) {
        List<ScoreRequest> windows =
                examples.stream().map(example -> example.windowAfter(hours)).toList();
        boolean[] died = new boolean[examples.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = examples.get(i).died();
        }
        return BinaryMetrics.of(predictor.apply(windows), died);
    }
}

package org.vigie.training.evaluate;

import java.util.List;
import java.util.function.Function;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.feature.Example;

/** Judges a predictor on one set, with a given number of hours of each stay seen. */
public final class Evaluation {
    private final Function<List<ScoreRequest>, float[]> predictor;

    /** @param predictor gives one probability per window */
    public Evaluation(Function<List<ScoreRequest>, float[]> predictor) {
        this.predictor = predictor;
    }

    public Metrics after(int hours, List<Example> examples) {
        List<ScoreRequest> windows =
                examples.stream().map(example -> example.after(hours)).toList();
        boolean[] died = new boolean[examples.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = examples.get(i).died();
        }
        return Metrics.of(predictor.apply(windows), died);
    }
}

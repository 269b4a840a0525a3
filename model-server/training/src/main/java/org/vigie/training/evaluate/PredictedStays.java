package org.vigie.training.evaluate;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.feature.LabelledStay;

/**
 * Stays with known outcomes and one predicted probability each.
 *
 * @param probabilities one for each of the examples
 */
public record PredictedStays(List<LabelledStay> examples, float... probabilities) {
    public PredictedStays {
        examples = List.copyOf(examples);
    }

    /** Keeps the stays at the places that fulfil the condition. */
    public PredictedStays only(IntPredicate kept) {
        int[] places = IntStream.range(0, examples.size()).filter(kept).toArray();
        float[] some = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            some[i] = probabilities[places[i]];
        }
        return new PredictedStays(IntStream.of(places).mapToObj(examples::get).toList(), some);
    }

    /** Returns who died, in the order of the examples. */
    public boolean[] died() {
        return SurvivalEvaluation.died(examples);
    }

    /** Evaluates the stays as one group; without scores when all lived or all died. */
    public SubgroupEvaluation evaluated(String name, double threshold, BootstrapEstimator bootstrap) {
        int deaths = (int) examples.stream().filter(LabelledStay::died).count();
        boolean ranked = deaths > 0 && deaths < examples.size();
        return new SubgroupEvaluation(
                name,
                examples.size(),
                deaths,
                ranked ? bootstrap.estimate(probabilities, died(), threshold) : Map.of());
    }
}

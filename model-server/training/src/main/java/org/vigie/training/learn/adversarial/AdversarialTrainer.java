package org.vigie.training.learn.adversarial;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.TrainingBudget.SpentBudget;
import org.vigie.training.learn.network.WeightArray;
import org.vigie.training.learn.network.WeightAverage;

/**
 * Trains a generator until its budget is spent. The learning rate falls to a tenth in the second half. The weights averaged there are kept.
 *
 * @param listener receives the progress of each step
 */
public record AdversarialTrainer(
        AdversarialConfig config, TrainingBudget budget, InstantSource clock, ProgressListener listener) {
    private static final double HALF = .5;

    /** Receives the progress of a training. */
    @FunctionalInterface
    public interface ProgressListener {
        /**
         * Is called after each step of the generator.
         *
         * @param share of the budget that is spent, 1 at the end
         * @param distance that the critic sees between recorded and generated stays
         */
        void step(int step, double share, double distance);
    }

    /**
     * Trains on recorded stays.
     *
     * @throws IllegalArgumentException when none died or none survived
     */
    public StayGenerator train(List<LabelledStay> stays) {
        SeriesQuantiles scaling = SeriesQuantiles.of(stays);
        List<EncodedStay> deaths = encoded(stays, scaling, true);
        List<EncodedStay> survivors = encoded(stays, scaling, false);
        SplittableRandom random = new SplittableRandom(config.seed());
        try (AdversarialGraph graph = new AdversarialGraph(config)) {
            return new StayGenerator(
                    config, scaling, train(graph, () -> AdversarialBatch.draw(deaths, survivors, config, random)));
        }
    }

    /** Returns the averaged weights of the generator. */
    private Map<String, WeightArray> train(AdversarialGraph graph, Supplier<AdversarialBatch> batches) {
        Optional<WeightAverage> average = Optional.empty();
        SpentBudget spent = budget.start(clock);
        double share = 0;
        for (int step = 1; share < 1; step++) {
            double distance = step(graph, batches, share);
            share = spent.share(step);
            average = averaged(average, graph, step, share);
            listener.step(step, share, distance);
        }
        return average.orElseThrow().weights();
    }

    /** Adds the weights of a step, from the second half on. */
    private static Optional<WeightAverage> averaged(
            Optional<WeightAverage> average, AdversarialGraph graph, int step, double share) {
        average.ifPresent(mean -> mean.add(graph.generatorWeights()));
        return average.isEmpty() && share >= HALF
                ? Optional.of(new WeightAverage(graph.generatorWeights(), kept(step)))
                : average;
    }

    /** Returns the share that the average keeps, so that it reaches over about a tenth of the steps. */
    private static float kept(int stepsOfHalf) {
        return (float) Math.max(0, 1 - 5.0 / stepsOfHalf);
    }

    private static List<EncodedStay> encoded(List<LabelledStay> stays, SeriesQuantiles scaling, boolean died) {
        List<EncodedStay> encoded = stays.stream()
                .filter(stay -> stay.died() == died)
                .map(stay -> EncodedStay.of(stay, scaling))
                .toList();
        if (encoded.isEmpty()) {
            throw new IllegalArgumentException(
                    "synthesis needs recorded stays with each outcome, had no " + (died ? "deaths" : "survivors"));
        }
        return encoded;
    }

    private double step(AdversarialGraph graph, Supplier<AdversarialBatch> batches, double share) {
        double rate = config.rate() * Math.min(1, 1.9 - 1.8 * share);
        for (int i = 0; i < config.criticSteps(); i++) {
            graph.criticStep(batches.get(), rate);
        }
        return graph.generatorStep(batches.get(), rate);
    }
}

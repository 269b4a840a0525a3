package org.vigie.training.learn.attention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.inference.imputation.ImputerConfig;
import org.vigie.training.learn.network.NetworkTrainer.EpochListener;
import org.vigie.training.learn.network.WeightArray;
import org.vigie.training.learn.network.WeightAverage;

/**
 * Trains an imputer on stays of which other random cells are hidden in each epoch. The learning rate rises during the first twentieth of the
 * steps and falls to zero along a cosine. The averaged weights are kept.
 *
 * @param listener receives the loss of each epoch
 */
public record ImputerTrainer(ImputerConfig config, EpochListener listener) {
    private static final int BATCH = 64;
    private static final double WARM_UP = .05;
    private static final double KEPT = .995;

    /** Trains on scaled grids. */
    public TrainedImputer train(ImputationDirection direction, List<ImputationGrid> grids, float[] medians) {
        ImputerChannels inputs = new ImputerChannels(direction, medians);
        SplittableRandom random = new SplittableRandom(config.seed());
        Map<String, WeightArray> start = ImputerNetwork.start(config);
        try (TrainableImputer imputer = new TrainableImputer(config, direction, start)) {
            WeightAverage average = new WeightAverage(start, kept(grids.size()));
            for (int epoch = 0; epoch < config.epochs(); epoch++) {
                listener.epoch(
                        epoch + 1,
                        train(imputer, new ImputerEpoch(epoch, batches(grids, random), random), inputs, average));
            }
            Map<String, WeightArray> rounded = new LinkedHashMap<>();
            average.weights().forEach((name, weight) -> rounded.put(name, weight.roundedToHalfPrecision()));
            return new TrainedImputer(direction, config, rounded);
        }
    }

    /** Passes once over all stays in a random order. */
    private record ImputerEpoch(int number, List<List<ImputationGrid>> batches, SplittableRandom random) {}

    /** Trains on the batches of one epoch and returns their mean loss. */
    private double train(TrainableImputer imputer, ImputerEpoch epoch, ImputerChannels inputs, WeightAverage average) {
        double sum = 0;
        for (int i = 0; i < epoch.batches().size(); i++) {
            double done = (epoch.number() + (double) i / epoch.batches().size()) / config.epochs();
            sum += imputer.trainStep(ImputerBatch.of(epoch.batches().get(i), inputs, epoch.random()), rate(done));
            average.add(imputer.weights());
        }
        return sum / epoch.batches().size();
    }

    /** Returns the share that the average keeps: .995, and less when there are fewer than 2,000 steps. */
    private float kept(int stays) {
        int batches = (stays + BATCH - 1) / BATCH;
        return (float) Math.max(0, Math.min(KEPT, 1 - 10.0 / (config.epochs() * batches)));
    }

    private double rate(double done) {
        return config.rate() * Math.min(1, (done + 1e-3) / WARM_UP) * (1 + Math.cos(Math.PI * done)) / 2;
    }

    private static List<List<ImputationGrid>> batches(List<ImputationGrid> grids, SplittableRandom random) {
        List<ImputationGrid> order = new ArrayList<>(grids);
        Collections.shuffle(order, new Random(random.nextLong()));
        List<List<ImputationGrid>> batches = new ArrayList<>();
        for (int from = 0; from < order.size(); from += BATCH) {
            batches.add(order.subList(from, Math.min(order.size(), from + BATCH)));
        }
        return batches;
    }
}

package org.vigie.training.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.encode.NetworkInputs;

/**
 * Trains one network: shuffled batches, each stay after a random number of hours, dropout, a learning rate that falls to zero, averaged
 * weights. No stay is held out, because cross-validation found the number of epochs.
 *
 * @param listener receives the loss of each epoch
 */
public record NetworkTrainer(NetworkConfig config, EpochListener listener) {
    private static final int BATCH = 64;

    /** Receives the mean loss after each epoch. */
    public interface EpochListener {
        void epoch(int epoch, double loss);
    }

    /**
     * Trains on stays.
     *
     * @param rows by hours seen, one for each stay
     */
    public TrainedNetwork train(NavigableMap<Integer, EncodedWindows> rows, TrainingLabels labels) {
        SplittableRandom random = new SplittableRandom(config.seed());
        try (TrainableNetwork network = new TrainableNetwork(config, OutputHeads.start(config))) {
            WeightAverage average = new WeightAverage(network.weights());
            for (int epoch = 0; epoch < config.epochs(); epoch++) {
                TrainingEpoch steps = new TrainingEpoch(epoch, rows, labels, random);
                listener.epoch(epoch + 1, train(network, steps, average));
            }
            Map<String, WeightArray> rounded = new LinkedHashMap<>();
            average.weights().forEach((name, weight) -> rounded.put(name, weight.roundedToHalfPrecision()));
            return new TrainedNetwork(config, rounded);
        }
    }

    /** Passes once over all stays in a random order. */
    private record TrainingEpoch(
            int epoch, NavigableMap<Integer, EncodedWindows> rows, TrainingLabels labels, SplittableRandom random) {
        int stays() {
            return labels.died().length;
        }

        int batches() {
            return (stays() + BATCH - 1) / BATCH;
        }
    }

    /** Trains on the batches of one epoch and returns their mean loss. */
    private double train(TrainableNetwork network, TrainingEpoch steps, WeightAverage average) {
        int[] order = shuffled(steps.stays(), steps.random());
        double sum = 0;
        for (int batch = 0; batch < steps.batches(); batch++) {
            int[] some = Arrays.copyOfRange(order, batch * BATCH, Math.min(order.length, (batch + 1) * BATCH));
            int[] hours = drawHours(new ArrayList<>(steps.rows().keySet()), some.length, steps.random());
            TrainingBatch joined = TrainingBatch.of(steps.rows(), steps.labels(), some, hours, config.taught());
            double done = (steps.epoch() + (double) batch / steps.batches()) / config.epochs();
            sum += network.trainStep(joined, dropout(some.length, steps.random()), rate(done));
            average.add(network.weights());
        }
        return sum / steps.batches();
    }

    /** Returns the learning rate, which falls from the configured one to 2 % of it along a cosine. */
    private double rate(double done) {
        return config.rate() * (0.02 + 0.98 * (1 + Math.cos(Math.PI * done)) / 2);
    }

    private static int[] shuffled(int stays, SplittableRandom random) {
        int[] order = new int[stays];
        for (int i = 0; i < stays; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private int[] drawHours(List<Integer> hours, int stays, SplittableRandom random) {
        int[] drawn = new int[stays];
        int last = hours.size() - 1;
        for (int i = 0; i < stays; i++) {
            drawn[i] = hours.get(last == 0 || random.nextDouble() < config.whole() ? last : random.nextInt(last));
        }
        return drawn;
    }

    private Map<String, WeightArray> dropout(int batch, SplittableRandom random) {
        Map<String, WeightArray> masks = new HashMap<>();
        masks.put("steps", mask(random, config.stepsDropped(), batch, 1, NetworkInputs.PER_STEP));
        masks.put("read", mask(random, config.headDropped(), batch, OutputHeads.width(config)));
        masks.put("mixed", mask(random, config.headDropped(), batch, config.mixed()));
        return masks;
    }

    private static WeightArray mask(SplittableRandom random, double dropped, long... shape) {
        float[] mask = new float[(int) Shape.of(shape).size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < dropped ? 0 : (float) (1 / (1 - dropped));
        }
        return WeightArray.of(mask, shape);
    }
}

package org.vigie.training.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;

/**
 * Trains one network: shuffled batches, each stay after a random number of hours, dropout, a learning rate that falls to nothing, averaged
 * weights. No stay is held out: how long to learn was found by cross-validation.
 */
public final class NetTrainer {
    private static final int BATCH = 64;

    private NetTrainer() {}

    /** Told after each epoch. */
    public interface Progress {
        void epoch(int epoch, double loss);
    }

    /** @param rows by hours seen, one for each stay */
    public static TrainedNet learn(NetConfig config, NavigableMap<Integer, Rows> rows, Ends ends, Progress progress) {
        SplittableRandom random = new SplittableRandom(config.seed());
        try (Network network = new Network(config, Heads.start(config))) {
            Average average = new Average(network.weights());
            int stays = ends.died().length;
            int batches = (stays + BATCH - 1) / BATCH;
            for (int epoch = 0; epoch < config.epochs(); epoch++) {
                int[] order = shuffled(stays, random);
                double sum = 0;
                for (int batch = 0; batch < batches; batch++) {
                    int[] some = Arrays.copyOfRange(order, batch * BATCH, Math.min(stays, (batch + 1) * BATCH));
                    int[] hours = drawHours(config, new ArrayList<>(rows.keySet()), some.length, random);
                    double done = (epoch + (double) batch / batches) / config.epochs();
                    double rate = config.rate() * (0.02 + 0.98 * (1 + Math.cos(Math.PI * done)) / 2);
                    sum += network.learn(
                            Batch.of(rows, ends, some, hours, config.taught()),
                            dropout(config, some.length, random),
                            rate);
                    average.add(network.weights());
                }
                progress.epoch(epoch + 1, sum / batches);
            }
            Map<String, Weight> rounded = new LinkedHashMap<>();
            average.weights().forEach((name, weight) -> rounded.put(name, weight.rounded()));
            return new TrainedNet(config, rounded);
        }
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

    private static int[] drawHours(NetConfig config, List<Integer> hours, int stays, SplittableRandom random) {
        int[] drawn = new int[stays];
        int last = hours.size() - 1;
        for (int i = 0; i < stays; i++) {
            drawn[i] = hours.get(last == 0 || random.nextDouble() < config.whole() ? last : random.nextInt(last));
        }
        return drawn;
    }

    private static Map<String, Weight> dropout(NetConfig config, int batch, SplittableRandom random) {
        Map<String, Weight> masks = new HashMap<>();
        masks.put("steps", mask(random, config.stepsDropped(), batch, 1, Inputs.PER_STEP));
        masks.put("read", mask(random, config.headDropped(), batch, Heads.width(config)));
        masks.put("mixed", mask(random, config.headDropped(), batch, config.mixed()));
        return masks;
    }

    private static Weight mask(SplittableRandom random, double dropped, long... shape) {
        float[] mask = new float[(int) Shape.of(shape).size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < dropped ? 0 : (float) (1 / (1 - dropped));
        }
        return Weight.of(mask, shape);
    }
}

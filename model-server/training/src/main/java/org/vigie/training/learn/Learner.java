package org.vigie.training.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.tensorflow.ndarray.Shape;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.calibrate.Platt;
import org.vigie.training.evaluate.Metrics;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Split;

/**
 * Trains one network: shuffled batches, each stay at a random number of hours seen, dropout, averaged weights, early stopping on the
 * held-out stays, then Platt scaling on them.
 */
public final class Learner {
    private static final int BATCH = 64;
    private static final AdamW.Settings ADAM = new AdamW.Settings(1e-3f, 0.5f);
    private static final double HOURS_DROPPED = 0.2;
    private static final double HEAD_DROPPED = 0.5;

    private final LearnerConfig config;
    private final Progress progress;

    public Learner(LearnerConfig config, Progress progress) {
        this.config = config;
        this.progress = progress;
    }

    /** Told after each epoch. */
    public interface Progress {
        /** @param batch done of {@code batches}; the loss is the mean since the epoch's start */
        void batch(int epoch, int batch, int batches, double loss);

        /** @param heldOutLoss mean over all hours seen */
        void epoch(int epoch, double loss, double heldOutLoss, boolean best);
    }

    public TrainedModel learn(Split split) {
        Scaling scaling = Scaling.fit(split.learnt());
        HeldOut heldOut = HeldOut.of(split.heldOut(), config.hours());
        try (Network network = new Network(scaling, SurvivalLstm.start(config.seed()), ADAM)) {
            Average average = new Average(network.weights());
            Map<String, Weight> best = average.weights();
            double lowest = Double.POSITIVE_INFINITY;
            int bestEpoch = 0;
            for (int epoch = 1; epoch <= config.epochs() && epoch - bestEpoch <= config.patience(); epoch++) {
                double loss = epoch(network, average, split.learnt(), epoch);
                double heldOutLoss = judge(network, average, heldOut);
                if (heldOutLoss < lowest) {
                    lowest = heldOutLoss;
                    best = average.weights();
                    bestEpoch = epoch;
                }
                progress.epoch(epoch, loss, heldOutLoss, epoch == bestEpoch);
            }
            network.restore(best);
            return new TrainedModel(scaling, best, heldOut.platt(network), bestEpoch, lowest);
        }
    }

    /** The held-out loss of the average; the network goes on with its own weights. */
    private static double judge(Network network, Average average, HeldOut heldOut) {
        Map<String, Weight> own = network.weights();
        network.restore(average.weights());
        double loss = heldOut.loss(network);
        network.restore(own);
        return loss;
    }

    private double epoch(Network network, Average average, List<Example> examples, int epoch) {
        SplittableRandom random = new SplittableRandom(config.seed() * 1_000_003 + epoch);
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        double sum = 0;
        int batches = (shuffled.size() + BATCH - 1) / BATCH;
        for (int batch = 0; batch < batches; batch++) {
            List<Example> part = shuffled.subList(batch * BATCH, Math.min(shuffled.size(), (batch + 1) * BATCH));
            sum += step(network, part, random);
            average.add(network.weights());
            progress.batch(epoch, batch + 1, batches, sum / (batch + 1));
        }
        return sum / batches;
    }

    private float step(Network network, List<Example> batch, SplittableRandom random) {
        List<ScoreRequest> windows = batch.stream()
                .map(example -> example.after(config.drawHours(random)))
                .toList();
        float[] labels = new float[batch.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = batch.get(i).died() ? 1 : 0;
        }
        return network.learn(
                windows,
                labels,
                Map.of(
                        "hours", dropout(random, HOURS_DROPPED, batch.size(), 1, Inputs.PER_HOUR),
                        "head", dropout(random, HEAD_DROPPED, batch.size(), SurvivalLstm.HEAD)));
    }

    private static Weight dropout(SplittableRandom random, double dropped, long... shape) {
        float[] mask = new float[(int) Shape.of(shape).size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < dropped ? 0 : (float) (1 / (1 - dropped));
        }
        return Weight.of(mask, shape);
    }

    /** The held-out stays at every number of hours. */
    private record HeldOut(List<ScoreRequest> windows, boolean[] died) {
        static HeldOut of(List<Example> examples, List<Integer> hours) {
            List<ScoreRequest> windows = new ArrayList<>();
            boolean[] died = new boolean[examples.size() * hours.size()];
            for (int seen : hours) {
                for (Example example : examples) {
                    died[windows.size()] = example.died();
                    windows.add(example.after(seen));
                }
            }
            return new HeldOut(windows, died);
        }

        double loss(Network network) {
            float[] probabilities = network.logits(windows);
            Platt asIs = new Platt(1, 0);
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = asIs.probability(probabilities[i]);
            }
            return Metrics.logLoss(probabilities, died);
        }

        Platt platt(Network network) {
            return Platt.fit(network.logits(windows), died);
        }
    }
}

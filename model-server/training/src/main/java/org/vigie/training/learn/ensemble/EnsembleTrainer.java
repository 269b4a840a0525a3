package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.network.NetworkTrainer;
import org.vigie.training.learn.network.NetworkTrainer.EpochListener;
import org.vigie.training.learn.network.TrainedNetwork;
import org.vigie.training.learn.tree.BoostedTrees;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.learn.tree.TreesCrossValidation;

/** Trains the parts of an ensemble, on all stays or fold by fold. */
public final class EnsembleTrainer {
    private static final int INNER_FOLDS = 3;
    private static final double HASTE = 0.5;

    private final EnsembleConfig config;
    private final Consumer<String> progress;

    /** @param progress receives a sentence for each trained part */
    public EnsembleTrainer(EnsembleConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
    }

    /**
     * Predicts each stay with parts that did not learn from it; see {@link TrainedEnsemble#logits}.
     *
     * @param learnt stays as the parts learn from them
     * @param tested the same stays as a served model sees them
     */
    public NavigableMap<Integer, float[][]> outOfFold(TrainingSet learnt, TrainingSet tested) {
        NavigableMap<Integer, float[][]> logits = new TreeMap<>();
        tested.hours()
                .forEach(hours -> logits.put(hours, new float[config.parts().size()][tested.size()]));
        CrossValidationFolds.of(learnt.fold()).forEach((fold, others, own) -> {
            try (TrainedEnsemble members = train(learnt.only(others), "fold " + fold)) {
                members.logits(tested.only(own)).forEach((hours, some) -> spread(some, own, logits.get(hours)));
            }
        });
        return logits;
    }

    /**
     * Trains all parts.
     *
     * @param name of the training set, for the progress
     */
    public TrainedEnsemble train(TrainingSet set, String name) {
        TrainingSet taught =
                config.nets().stream().anyMatch(net -> net.taught() > 0) ? withTreeTeacher(set, config.trees()) : set;
        BoostedTrees trees = BoostedTrees.grow(config.trees(), set.table());
        progress.accept(name + ": trees grown on " + set.size() + " stays");
        return new TrainedEnsemble(networks(taught, name), trees);
    }

    private List<TrainedNetwork> networks(TrainingSet taught, String name) {
        ExecutorService pool = Executors.newFixedThreadPool(config.threads());
        try {
            return results(pool.invokeAll(trainings(taught, name)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a network did not learn: " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Callable<TrainedNetwork>> trainings(TrainingSet taught, String name) {
        List<Callable<TrainedNetwork>> trainings = new ArrayList<>();
        for (int i = 0; i < config.nets().size(); i++) {
            NetworkConfig net = config.nets().get(i);
            String part = name + ": " + config.parts().get(i).name();
            trainings.add(() -> new NetworkTrainer(net, lastEpoch(net, part)).train(taught.rows(), taught.ends()));
        }
        return trainings;
    }

    private static List<TrainedNetwork> results(List<Future<TrainedNetwork>> trainings)
            throws InterruptedException, ExecutionException {
        List<TrainedNetwork> networks = new ArrayList<>();
        for (Future<TrainedNetwork> training : trainings) {
            networks.add(training.get());
        }
        return networks;
    }

    /** Reports the loss of the last epoch. */
    private EpochListener lastEpoch(NetworkConfig net, String part) {
        return (epoch, loss) -> {
            if (epoch == net.epochs()) {
                progress.accept(String.format(Locale.ROOT, "%s, loss %.4f", part, loss));
            }
        };
    }

    /** Adds out-of-fold predictions of trees as softer labels than death and survival (knowledge distillation). */
    public static TrainingSet withTreeTeacher(TrainingSet set, BoostedTreesConfig trees) {
        int[] inner = new int[set.size()];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = i % INNER_FOLDS;
        }
        return set.withTeacher(
                new TreesCrossValidation(trees.withShareOfRounds(HASTE), set.table(), CrossValidationFolds.of(inner))
                        .outOfFold(fold -> {}));
    }

    private static void spread(float[][] some, int[] places, float[][] all) {
        for (int part = 0; part < some.length; part++) {
            for (int i = 0; i < places.length; i++) {
                all[part][places[i]] = some[part][i];
            }
        }
    }
}

package org.vigie.training.learn.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.network.NetworkTrainer;
import org.vigie.training.learn.network.TrainedNetwork;
import org.vigie.training.learn.tree.BoostedTrees;
import org.vigie.training.learn.tree.BoostedTreesConfig;
import org.vigie.training.learn.tree.ExtraTreesGrower;
import org.vigie.training.learn.tree.TreesCrossValidation;

/** Trains the parts of an ensemble, on all stays or fold by fold. */
public final class EnsembleTrainer {
    private static final int INNER_FOLDS = 3;
    private static final double HASTE = 0.5;

    private final EnsembleConfig config;
    private final Consumer<String> progress;

    /** @param progress told in a sentence what is done */
    public EnsembleTrainer(EnsembleConfig config, Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
    }

    /** What the parts say about each stay when they did not learn from it; see {@link TrainedEnsemble#logits}. */
    public NavigableMap<Integer, float[][]> outOfFold(TrainingSet set) {
        NavigableMap<Integer, float[][]> logits = new TreeMap<>();
        set.hours().forEach(hours -> logits.put(hours, new float[config.parts().size()][set.size()]));
        IntStream.of(set.fold()).distinct().sorted().forEach(fold -> {
            int[] tested = set.places(place -> set.fold()[place] == fold);
            int[] learnt = set.places(place -> set.fold()[place] != fold);
            try (TrainedEnsemble members = train(set.only(learnt), "fold " + fold)) {
                members.logits(set.only(tested)).forEach((hours, some) -> spread(some, tested, logits.get(hours)));
            }
        });
        return logits;
    }

    /** @param name of what is learnt from, for the progress */
    public TrainedEnsemble train(TrainingSet set, String name) {
        TrainingSet taught =
                config.nets().stream().anyMatch(net -> net.taught() > 0) ? withTreeTeacher(set, config.trees()) : set;
        List<BoostedTrees> trees = new ArrayList<>(List.of(BoostedTrees.grow(config.trees(), set.table())));
        if (config.hasForest()) {
            trees.add(ExtraTreesGrower.grow(config.forest(), set.table()));
        }
        progress.accept(name + ": trees grown on " + set.size() + " stays");
        ExecutorService pool = Executors.newFixedThreadPool(config.threads());
        try {
            List<Future<TrainedNetwork>> learning = new ArrayList<>();
            for (int i = 0; i < config.nets().size(); i++) {
                NetworkConfig net = config.nets().get(i);
                String part = name + ": " + config.parts().get(i).name();
                learning.add(pool.submit(() ->
                        NetworkTrainer.train(net, taught.rows(), taught.ends(), (epoch, loss) -> {
                            if (epoch == net.epochs()) {
                                progress.accept(String.format(java.util.Locale.ROOT, "%s, loss %.4f", part, loss));
                            }
                        })));
            }
            List<TrainedNetwork> nets = new ArrayList<>();
            for (Future<TrainedNetwork> one : learning) {
                nets.add(one.get());
            }
            return new TrainedEnsemble(nets, trees);
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

    /** With what trees say about stays that they did not grow on: softer labels than life and death. */
    public static TrainingSet withTreeTeacher(TrainingSet set, BoostedTreesConfig trees) {
        int[] inner = new int[set.size()];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = i % INNER_FOLDS;
        }
        return set.withTeacher(
                TreesCrossValidation.outOfFold(trees.withShareOfRounds(HASTE), set.table(), inner, fold -> {}));
    }

    private static void spread(float[][] some, int[] places, float[][] all) {
        for (int part = 0; part < some.length; part++) {
            for (int i = 0; i < places.length; i++) {
                all[part][places[i]] = some[part][i];
            }
        }
    }
}

package org.vigie.training.learn.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.network.TrainedNetwork;
import org.vigie.training.learn.tree.BoostedTrees;

/** Networks and boosted trees that were trained on the same stays. */
public record TrainedEnsemble(List<TrainedNetwork> nets, BoostedTrees trees) implements AutoCloseable {
    public TrainedEnsemble {
        nets = List.copyOf(nets);
    }

    /** Predicts log odds by hours seen: a row for each of {@link EnsembleConfig#parts()}, with one number for each stay. */
    public NavigableMap<Integer, float[][]> logits(TrainingSet set) {
        NavigableMap<Integer, List<float[]>> parts = new TreeMap<>();
        set.hours().forEach(hours -> parts.put(hours, new ArrayList<>()));
        nets.forEach(net ->
                net.logits(set.rows()).forEach((hours, some) -> parts.get(hours).add(some)));
        set.table().rows().forEach((hours, rows) -> parts.get(hours).add(trees.logits(rows)));
        NavigableMap<Integer, float[][]> logits = new TreeMap<>();
        parts.forEach((hours, rows) -> logits.put(hours, rows.toArray(float[][]::new)));
        return logits;
    }

    /** Writes the networks' SavedModel and the trees into a bundle's folder. */
    public void write(InputScaling scaling, Path bundle, String treesFile) throws IOException {
        new SavedModelWriter(scaling, nets).write(bundle);
        trees.save(bundle.resolve(treesFile));
    }

    @Override
    public void close() {
        trees.close();
    }
}

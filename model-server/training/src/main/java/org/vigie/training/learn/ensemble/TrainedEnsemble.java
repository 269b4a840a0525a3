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

/**
 * What learnt from the same stays.
 *
 * @param trees boosted ones, then the forest where there is one
 */
public record TrainedEnsemble(List<TrainedNetwork> nets, List<BoostedTrees> trees) implements AutoCloseable {
    /** By hours seen: a row for each of {@link EnsembleConfig#parts()}, of one number for each stay. */
    public NavigableMap<Integer, float[][]> logits(TrainingSet set) {
        NavigableMap<Integer, List<float[]>> said = new TreeMap<>();
        set.hours().forEach(hours -> said.put(hours, new ArrayList<>()));
        nets.forEach(net ->
                net.logits(set.rows()).forEach((hours, some) -> said.get(hours).add(some)));
        trees.forEach(some ->
                set.table().rows().forEach((hours, rows) -> said.get(hours).add(some.logits(rows))));
        NavigableMap<Integer, float[][]> logits = new TreeMap<>();
        said.forEach((hours, rows) -> logits.put(hours, rows.toArray(float[][]::new)));
        return logits;
    }

    /** Writes them into a bundle's folder, trees to these files. */
    public void write(InputScaling scaling, Path bundle, List<String> treesFiles) throws IOException {
        SavedModelWriter.write(scaling, nets, bundle);
        for (int i = 0; i < trees.size(); i++) {
            trees.get(i).save(bundle.resolve(treesFiles.get(i)));
        }
    }

    @Override
    public void close() {
        trees.forEach(BoostedTrees::close);
    }
}

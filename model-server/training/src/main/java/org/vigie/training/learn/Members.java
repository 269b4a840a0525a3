package org.vigie.training.learn;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Networks and trees that learnt from the same stays. */
public record Members(List<TrainedNet> nets, Trees trees) implements AutoCloseable {
    /** By hours seen: a row for each part, the trees last, of one number for each stay. */
    public NavigableMap<Integer, float[][]> logits(TrainingSet set) {
        NavigableMap<Integer, float[][]> logits = new TreeMap<>();
        set.rows().keySet().forEach(hours -> logits.put(hours, new float[nets.size() + 1][]));
        for (int net = 0; net < nets.size(); net++) {
            NavigableMap<Integer, float[]> said = nets.get(net).logits(set.rows());
            for (int hours : said.keySet()) {
                logits.get(hours)[net] = said.get(hours);
            }
        }
        set.table().rows().forEach((hours, rows) -> logits.get(hours)[nets.size()] = trees.logits(rows));
        return logits;
    }

    @Override
    public void close() {
        trees.close();
    }
}

package org.vigie.training.search;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.training.learn.network.NetworkConfig;
import org.vigie.training.learn.network.NetworkTrainer;
import org.vigie.training.learn.tree.BoostedTrees;
import org.vigie.training.learn.tree.BoostedTreesConfig;

/** Describes a setting to try: trees or a network, trained with a share of the full effort. */
public interface SearchSetting {
    /** Returns the configuration, as the log writes it. */
    Record config();

    /** Trains on a fold and predicts log odds by hours seen, one for each tested stay. */
    NavigableMap<Integer, float[]> fitAndPredict(SearchFold fold, double effort);

    /** Predicts all folds together, one number for each of the stays. */
    default NavigableMap<Integer, float[]> outOfFold(List<SearchFold> folds, int stays, double effort) {
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        folds.forEach(fold -> fitAndPredict(fold, effort).forEach((hours, some) -> {
            float[] all = logits.computeIfAbsent(hours, unused -> new float[stays]);
            for (int i = 0; i < some.length; i++) {
                all[fold.places()[i]] = some[i];
            }
        }));
        return logits;
    }

    /** Describes trees; less effort means fewer rounds at a correspondingly higher rate. */
    record TreesSetting(BoostedTreesConfig config) implements SearchSetting {
        @Override
        public NavigableMap<Integer, float[]> fitAndPredict(SearchFold fold, double effort) {
            NavigableMap<Integer, float[]> logits = new TreeMap<>();
            try (BoostedTrees trees = BoostedTrees.grow(
                    config.withShareOfRounds(effort), fold.learnt().table())) {
                fold.tested().table().rows().forEach((hours, rows) -> logits.put(hours, trees.logits(rows)));
            }
            return logits;
        }
    }

    /** Describes a network; less effort means fewer epochs, in which the rate still falls to zero. */
    record NetworkSetting(NetworkConfig config) implements SearchSetting {
        @Override
        public NavigableMap<Integer, float[]> fitAndPredict(SearchFold fold, double effort) {
            int epochs = Math.max(1, (int) Math.round(effort * config.epochs()));
            return new NetworkTrainer(config.with(epochs), (epoch, loss) -> {})
                    .train(fold.learnt().rows(), fold.learnt().ends())
                    .logits(fold.tested().rows());
        }
    }
}

package org.vigie.training.learn.network;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.training.learn.encode.EncodedWindows;

/** Holds a trained network. */
public record TrainedNetwork(NetworkConfig config, Map<String, WeightArray> weights) {
    /** Predicts log odds by hours seen, one for each row. */
    public NavigableMap<Integer, float[]> logits(NavigableMap<Integer, EncodedWindows> rows) {
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        try (TrainableNetwork network = new TrainableNetwork(config, weights)) {
            rows.forEach((hours, some) -> logits.put(hours, network.logits(some)));
        }
        return logits;
    }

    /** Predicts log odds, one for each row. */
    public float[] logits(EncodedWindows rows) {
        try (TrainableNetwork network = new TrainableNetwork(config, weights)) {
            return network.logits(rows);
        }
    }
}

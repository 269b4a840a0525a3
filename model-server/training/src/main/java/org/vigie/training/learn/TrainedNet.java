package org.vigie.training.learn;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A network that has learnt. */
public record TrainedNet(NetConfig config, Map<String, Weight> weights) {
    /** Log odds by hours seen, one for each row. */
    public NavigableMap<Integer, float[]> logits(NavigableMap<Integer, Rows> rows) {
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        try (Network network = new Network(config, weights)) {
            rows.forEach((hours, some) -> logits.put(hours, network.logits(some)));
        }
        return logits;
    }

    /** Log odds, one for each row. */
    public float[] logits(Rows rows) {
        try (Network network = new Network(config, weights)) {
            return network.logits(rows);
        }
    }
}

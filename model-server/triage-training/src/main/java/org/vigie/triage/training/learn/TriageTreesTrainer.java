package org.vigie.triage.training.learn;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.TriageTrees;
import org.vigie.triage.model.TriageTreesConfig;

/**
 * Trains boosted trees on the numbers of the levels.
 *
 * @param seed the same sample, settings and seed give the same trees
 */
record TriageTreesTrainer(TriageTreesConfig config, long seed) {
    /** Trees of each round; their mean is steadier than one tree. */
    private static final int TREES_A_ROUND = 2;

    private static final double ROWS = 0.7;
    /** The middle of the levels. */
    private static final float START = 3;

    /** Returns the settings to choose from. They are few, because each further candidate makes the choice more optimistic. */
    static List<TriageTreesConfig> candidates(TriageEvidence evidence) {
        return evidence == TriageEvidence.COMPLAINT
                ? List.of(
                        new TriageTreesConfig(300, 0.05, 4, 2, 0.2, 2),
                        new TriageTreesConfig(300, 0.05, 5, 2, 0.2, 2),
                        new TriageTreesConfig(400, 0.05, 3, 2, 0.2, 2))
                : List.of(
                        new TriageTreesConfig(120, 0.05, 4, 8, 0.3, 2),
                        new TriageTreesConfig(200, 0.03, 3, 4, 0.3, 2),
                        new TriageTreesConfig(150, 0.05, 2, 4, 0.3, 2));
    }

    /** Trains on the sample and on a copy of it with gaps. */
    TriageTrees train(TriageSample sample) {
        TriageSample learnt = sample.withGaps(seed);
        try {
            DMatrix matrix = TriageTrees.matrix(learnt.rows());
            matrix.setLabel(labels(learnt.levels()));
            Booster booster = XGBoost.train(matrix, parameters(), config.rounds(), Map.of(), null, null);
            matrix.dispose();
            return new TriageTrees(booster);
        } catch (XGBoostError e) {
            throw TriageTrees.failed(e);
        }
    }

    private static float[] labels(int... levels) {
        float[] labels = new float[levels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = levels[i];
        }
        return labels;
    }

    private Map<String, Object> parameters() {
        return Map.ofEntries(
                Map.entry("objective", "reg:squarederror"),
                Map.entry("base_score", START),
                Map.entry("tree_method", "hist"),
                Map.entry("eta", config.rate()),
                Map.entry("max_depth", config.depth()),
                Map.entry("min_child_weight", config.childWeight()),
                Map.entry("subsample", ROWS),
                Map.entry("colsample_bytree", config.columns()),
                Map.entry("lambda", config.ridge()),
                Map.entry("num_parallel_tree", TREES_A_ROUND),
                Map.entry("seed", seed),
                Map.entry("nthread", 1),
                Map.entry("verbosity", 0));
    }
}

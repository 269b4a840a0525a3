package org.vigie.triage.learn;

import java.util.List;
import java.util.Map;
import org.vigie.triage.feature.TriageEvidence;

/**
 * How trees are grown.
 *
 * @param columns share of the columns that a tree sees
 * @param ridge on the leaves
 */
public record TriageTreesConfig(int rounds, double rate, int depth, double childWeight, double columns, double ridge) {
    /** Trees of each round, averaged: steadier than one. */
    private static final int TREES_A_ROUND = 2;

    private static final double ROWS = 0.7;
    /** Middle of the levels. */
    private static final float START = 3;

    /** Few, so that choosing among them costs little honesty; the choice is part of what is cross-validated. */
    public static List<TriageTreesConfig> candidates(TriageEvidence evidence) {
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

    Map<String, Object> parameters(long seed) {
        return Map.ofEntries(
                Map.entry("objective", "reg:squarederror"),
                Map.entry("base_score", START),
                Map.entry("tree_method", "hist"),
                Map.entry("eta", rate),
                Map.entry("max_depth", depth),
                Map.entry("min_child_weight", childWeight),
                Map.entry("subsample", ROWS),
                Map.entry("colsample_bytree", columns),
                Map.entry("lambda", ridge),
                Map.entry("num_parallel_tree", TREES_A_ROUND),
                Map.entry("seed", seed),
                Map.entry("nthread", 1),
                Map.entry("verbosity", 0));
    }
}

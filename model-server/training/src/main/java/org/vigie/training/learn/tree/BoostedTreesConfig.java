package org.vigie.training.learn.tree;

import java.util.Map;

/**
 * Configures the training of boosted trees.
 *
 * @param partial weight of a shortened stay, relative to a whole one
 */
public record BoostedTreesConfig(
        int rounds,
        double rate,
        int depth,
        double childWeight,
        double rows,
        double columns,
        double ridge,
        double partial,
        long seed,
        int threads) {
    public BoostedTreesConfig {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds: must be at least 1, was " + rounds);
        }
    }

    public static BoostedTreesConfig defaults() {
        return new BoostedTreesConfig(500, 0.03, 4, 4, 0.7, 0.3, 5, 0.25, 2012, 2);
    }

    public BoostedTreesConfig with(int someRounds, long someSeed) {
        return new BoostedTreesConfig(
                someRounds, rate, depth, childWeight, rows, columns, ridge, partial, someSeed, threads);
    }

    /** Reduces the rounds to this share and raises the rate accordingly; nearly as good in that share of the time. */
    public BoostedTreesConfig withShareOfRounds(double share) {
        return new BoostedTreesConfig(
                Math.max(1, (int) Math.round(share * rounds)),
                rate / share,
                depth,
                childWeight,
                rows,
                columns,
                ridge,
                partial,
                seed,
                threads);
    }

    Map<String, Object> parameters() {
        return Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
                Map.entry("tree_method", "hist"),
                Map.entry("eta", rate),
                Map.entry("max_depth", depth),
                Map.entry("min_child_weight", childWeight),
                Map.entry("subsample", rows),
                Map.entry("colsample_bytree", columns),
                Map.entry("lambda", ridge),
                Map.entry("seed", seed),
                Map.entry("nthread", threads),
                Map.entry("verbosity", 0));
    }
}

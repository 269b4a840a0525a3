package org.vigie.training.learn.tree;

/**
 * How a forest is grown.
 *
 * @param trees in it
 * @param leaf a leaf holds at least so many whole stays
 * @param features share of them that is looked at for each split
 * @param partial weight of a stay cut short, against 1 for a whole one
 */
public record ExtraTreesConfig(int trees, double leaf, double features, double partial, long seed) {
    public ExtraTreesConfig {
        if (trees < 1) {
            throw new IllegalArgumentException("forest: must have at least 1 tree, had " + trees);
        }
    }

    public static ExtraTreesConfig of(long seed) {
        return new ExtraTreesConfig(100, 12, 0.3, 0.25, seed);
    }
}

package org.vigie.triage.model;

/**
 * Holds the settings with which boosted trees were trained; a part of the model card.
 *
 * @param rounds boosting rounds
 * @param rate learning rate
 * @param depth largest depth of a tree
 * @param childWeight smallest weight of a leaf
 * @param columns share of the columns that a tree uses
 * @param ridge L2 penalty of the leaves
 */
public record TriageTreesConfig(int rounds, double rate, int depth, double childWeight, double columns, double ridge) {}

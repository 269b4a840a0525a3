package org.vigie.triage.model;

/**
 * Holds how the trees of one kind of evidence were trained and how their scores become levels; a part of the model card.
 *
 * @param settings chosen by cross-validation inside the training sample
 * @param scale fitted to scores of visits that the trees did not learn from
 */
public record TunedTriageTrees(TriageTreesConfig settings, LevelScale scale) {}

/**
 * Which settings of trees and of networks are worth having: drawn at random, judged out of fold, the better half again with twice the effort.
 * What is learnt and how lies in {@link org.vigie.training.learn}; what ships is decided by people, in its {@code EnsembleRecipe}.
 */
package org.vigie.training.search;

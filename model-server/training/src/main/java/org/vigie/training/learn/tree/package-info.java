/** Boosted trees over window features, and their cross-validation. */
package org.vigie.training.learn.tree;

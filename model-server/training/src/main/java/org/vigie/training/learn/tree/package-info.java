/** Trains boosted trees on window features, and cross-validates them. */
package org.vigie.training.learn.tree;

/**
 * The network and how it learns, in TensorFlow Java: the LSTM's graph, the seeded training loop with early stopping, the frozen SavedModel.
 * Not decided here: what a window holds, or how a logit becomes a probability.
 */
package org.vigie.training.learn;

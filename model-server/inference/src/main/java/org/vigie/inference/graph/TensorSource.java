package org.vigie.inference.graph;

/**
 * Names a tensor by the step that makes it.
 *
 * @param output which of the step's outputs
 */
record TensorSource(int step, int output) {}

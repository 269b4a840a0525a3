package org.vigie.inference.graph;

/**
 * Describes the moment at which a graph takes the most memory.
 *
 * @param bytes of all tensors at that moment
 * @param largest the operation that takes the most of them then, with its shape and its bytes
 */
record PeakMemory(long bytes, String largest) {}

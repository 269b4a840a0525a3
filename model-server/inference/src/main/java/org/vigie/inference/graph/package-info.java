/**
 * Estimates how much memory the graph of a SavedModel takes when it runs, before the engine gets it.
 *
 * <p>The shape of each tensor is inferred for each number of windows of a batch. A shape that only the data of a request decide is refused. Not
 * decided here: which operations a graph may hold, and how many windows a server takes at once.
 */
package org.vigie.inference.graph;

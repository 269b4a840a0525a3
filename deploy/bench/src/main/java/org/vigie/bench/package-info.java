/**
 * Provides the harness of the benchmarks: warm-up, a subject and a peer in turn within the same run, the ratio pair by pair, JSON.
 *
 * <p>Decided here: how a comparison is made and written. Not decided here: what is measured; each benchmark has a package of its own.
 */
package org.vigie.bench;

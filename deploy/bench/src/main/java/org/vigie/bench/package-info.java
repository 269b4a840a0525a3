/**
 * The harness of the benchmarks: warm-up, a subject and a peer in turn within the same run, the ratio pair by pair, JSON out. Decided here:
 * how a comparison is made and written down. Not decided here: what is measured; each benchmark has a package of its own with a {@code Main}.
 */
package org.vigie.bench;

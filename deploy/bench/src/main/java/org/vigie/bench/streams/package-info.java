/**
 * Measures what the Streams apps cost per reading, and how many beds they hold on one machine. The peers are a byte copy and a
 * pass-through pipeline of the same topic in the same run.
 *
 * <p>Decided here: the load, and which threads are measured. Not decided here: what the apps do.
 */
package org.vigie.bench.streams;

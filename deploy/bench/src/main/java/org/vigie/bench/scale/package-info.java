/**
 * Calculates what a larger ward needs from the costs that the other benchmarks measured, and simulates a broker failure in it.
 *
 * <p>Decided here: partitions, processors, memory, disk and network of a number of beds. Not decided here: the measured costs themselves;
 * docs/benchmarks.md names the command of each.
 */
package org.vigie.bench.scale;

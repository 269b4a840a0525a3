/**
 * Breaks parts of a running cluster on purpose and checks that nothing was lost or doubled: {@code ./vigie faults}.
 *
 * <p>Decided here: which faults there are, when a cluster counts as recovered, and what must hold afterwards. Not decided here: which
 * processes a cluster has.
 */
package org.vigie.cluster.fault;

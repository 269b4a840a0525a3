/**
 * vitals-streams: whose reading it is and whether it can be believed, for every raw record, in milliseconds.
 *
 * <p>Decided here: the order of the steps, what is remembered so that a verdict survives a crash, how verdicts are written. Not decided
 * here: any rule; see {@code org.vigie.signal.identify} and {@code org.vigie.signal.clean}.
 */
package org.vigie.vitals;

/**
 * Runs the whole ward on one machine: every part in one JVM on loopback, in the order of the data flow, and a report that counts the
 * records.
 *
 * <p>Decided here: which part starts when and where. Not decided here: what a part does.
 */
package org.vigie.local;

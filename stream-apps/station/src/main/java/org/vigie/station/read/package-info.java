/**
 * Reads the topics of the ward with plain consumers: no group, and start offsets of their own at every start.
 *
 * <p>Decided here: how far back to read, and what to do with a record that cannot be read. Not decided here: what a record means.
 */
package org.vigie.station.read;

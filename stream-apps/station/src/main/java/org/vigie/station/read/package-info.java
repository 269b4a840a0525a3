/**
 * Reads the ward's topics into the picture: plain consumers, no group, positions of their own at every start.
 *
 * <p>Decided here: how far back to read, what to do with a record that cannot be read. Not decided here: what a record means.
 */
package org.vigie.station.read;

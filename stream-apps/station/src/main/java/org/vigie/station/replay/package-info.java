/**
 * Follows a replay whose page this station is.
 *
 * <p>Decided here: the time of the page, and what its users may ask of the replay. Not decided here: what the replay does.
 */
package org.vigie.station.replay;

/**
 * Shows the ward as it was at an earlier time, from the records that the broker had taken until then.
 *
 * <p>Decided here: which records are read, and which shown values were changed by later ones. Not decided here: what a record means; see
 * {@code org.vigie.station.ward}.
 */
package org.vigie.station.past;

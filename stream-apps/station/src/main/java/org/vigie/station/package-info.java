/**
 * The unit's page and its API: every bed on one screen, live.
 *
 * <p>Decided here: how the station starts and stops. What a bed looks like is decided in {@code ward}, what is read in {@code
 * read}, how it reaches a browser in {@code web}. Not decided here: verdicts, alarms, triage; the station only shows them.
 */
package org.vigie.station;

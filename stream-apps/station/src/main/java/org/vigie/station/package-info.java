/**
 * Serves the page of the unit and its API: every bed on one screen, live.
 *
 * <p>Decided here: how the station starts and stops. {@code read} decides what is read, {@code ward} what a bed shows, and {@code web}
 * how it reaches a browser. Not decided here: verdicts, alarms and triage; the station only shows them.
 */
package org.vigie.station;

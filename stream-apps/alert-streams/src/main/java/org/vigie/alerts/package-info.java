/**
 * Implements alert-streams: early warning, alarms and triage of every stay.
 *
 * <p>Decided here: the order of the steps, and the state with which no alert is lost or doubled by a crash. Not decided here: any rule; see
 * {@code org.vigie.signal.earlywarning}, {@code org.vigie.signal.alarm} and {@code org.vigie.signal.triage}.
 */
package org.vigie.alerts;

/**
 * alert-streams: early warning, alarms and triage of every stay, in milliseconds.
 *
 * <p>Decided here: the order of the steps, and what is remembered so that no alert is lost or doubled by a crash. Not decided here: any
 * rule; see {@code org.vigie.signal.earlywarning}, {@code alert} and {@code triage}.
 */
package org.vigie.alerts;

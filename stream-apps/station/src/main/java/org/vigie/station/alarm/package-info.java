/**
 * Shows the alarms of each bed: open and recently ended alarms with their worst values, and what became of their calls. Incidents,
 * limits, monitors' own alarms and the alarm service have packages of their own.
 */
package org.vigie.station.alarm;

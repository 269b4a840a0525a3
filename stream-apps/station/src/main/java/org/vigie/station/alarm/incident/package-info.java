/**
 * Shows the incident of an alarm: its sentence, its calls and its answer, as the alarm's newest entry of the ledger holds them.
 * Which alarms form an incident is decided in alert-streams.
 */
package org.vigie.station.alarm.incident;

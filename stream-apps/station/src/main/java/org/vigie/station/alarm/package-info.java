/**
 * Alarms of the ward as the screen shows them: open and recently ended alarms, patient limits, the alarm load, the state of the alarm service.
 */
package org.vigie.station.alarm;

/**
 * Shows the alarms of the ward: open and recently ended alarms, patient limits, the alarm load, and the state of the notification
 * channels.
 */
package org.vigie.station.alarm;

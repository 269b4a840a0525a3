/**
 * Shows the alarms that the monitors raise themselves.
 * No rule of Vigie filters them.
 */
package org.vigie.station.alarm.monitor;

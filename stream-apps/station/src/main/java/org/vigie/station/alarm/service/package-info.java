/**
 * Shows the alarm service of the ward: the state of the notification channels, the alarm load of a unit, and the monitored time.
 * Single alarms are in the package above.
 */
package org.vigie.station.alarm.service;

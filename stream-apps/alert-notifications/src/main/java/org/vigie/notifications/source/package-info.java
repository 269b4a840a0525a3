/**
 * Reads the alarms that one channel has not delivered yet: those of Vigie, those of the monitors, and the failures of watching that the
 * station reports. Whether an alarm is sent is decided in the package channel.
 */
package org.vigie.notifications.source;

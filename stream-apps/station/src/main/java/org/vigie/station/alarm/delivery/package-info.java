/**
 * Shows what became of the calls about alarms, channel by channel.
 * Not decided here: who is called, and how.
 */
package org.vigie.station.alarm.delivery;

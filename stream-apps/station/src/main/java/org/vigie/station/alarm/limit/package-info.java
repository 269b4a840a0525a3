/**
 * Shows what a unit and its users set for alarms: the limits in force at a bed, the limits of single patients, and shelved rules.
 * It raises no alarm.
 */
package org.vigie.station.alarm.limit;

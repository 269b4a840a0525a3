/**
 * Measures alarms from the ledger: the episodes, the alarm load of each unit, and the report.
 *
 * <p>Decided here: which alarms are chattering or stale, what is a flood (ISA-18.2), and how much of the budget of interruptions is used.
 * Not decided here: whether an alarm is raised. All times are event times.
 */
package org.vigie.analytics;

/**
 * How often nurses are called, what for, and how it ended: episodes out of the ledger, the unit's load, the report.
 *
 * <p>Decided here: what counts as chattering, stale, a flood (ISA-18.2), and how the budget of interruptions is spent. Not decided here:
 * whether an alarm is raised. All by event time.
 */
package org.vigie.analytics;

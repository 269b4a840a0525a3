/**
 * Records the alarms that the monitors themselves raise in the ledger, one chain for each bed.
 *
 * <p>Decided here: which message is a transition, and the entry before it. Not decided here: what a message means ({@code org.vigie.records}).
 */
package org.vigie.alerts.monitor;

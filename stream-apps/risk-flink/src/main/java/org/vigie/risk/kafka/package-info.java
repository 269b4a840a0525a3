/**
 * Connects the job to the broker: its sources with their event time, and its sinks.
 *
 * <p>Decided here: what happens to a record that cannot be decoded, and the event time of a record. Not decided here: any clinical rule.
 */
package org.vigie.risk.kafka;

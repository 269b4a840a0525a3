/**
 * The job's ends at the broker: what is read, with its event time, and what is written.
 *
 * <p>Decided here: what happens to a record that cannot be read, and which time a record has. Not decided here: any clinical rule.
 */
package org.vigie.risk.kafka;

/**
 * Publishes what was read from a delivery: measurements, movements, alarms of devices and sealed messages.
 *
 * <p>Decided here: the order of the records, the bed of each, and what an amendment changes. Not decided here: how a message is read, and how
 * the sender is answered.
 */
package org.vigie.gateway.publish;

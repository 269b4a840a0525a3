/**
 * Measurements over MQTT 3.1.1 and 5: {@code icu/{unit}/{bed}} carries batches in JSON, {@code icu/{unit}/{bed}/state} a device's last
 * will.
 *
 * <p>Decided here: the form of a batch, and when it is acknowledged. Not decided here: what a code means, and where a batch is kept.
 */
package org.vigie.gateway.mqtt;

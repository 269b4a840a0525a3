/**
 * Reads measurements over MQTT 3.1.1 and 5: batches in JSON on {@code icu/{unit}/{bed}}, a device's last will on {@code
 * icu/{unit}/{bed}/state}.
 *
 * <p>Decided here: the form of a batch, and when it is acknowledged. Not decided here: the meaning of a code, and where a batch is kept.
 */
package org.vigie.gateway.mqtt;

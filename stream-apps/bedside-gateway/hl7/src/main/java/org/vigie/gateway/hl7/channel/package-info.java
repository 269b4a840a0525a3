/**
 * Names the channel of a device that a row comes from.
 *
 * <p>Decided here: how rows of one device are told apart. Not decided here: which channel of a variable is preferred.
 */
package org.vigie.gateway.hl7.channel;

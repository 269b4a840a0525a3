/**
 * Receives HL7 messages and answers their senders.
 *
 * <p>Decided here: which answer a sender gets, and whether a message was received before. Not decided here: how its content is published.
 */
package org.vigie.gateway.receive;

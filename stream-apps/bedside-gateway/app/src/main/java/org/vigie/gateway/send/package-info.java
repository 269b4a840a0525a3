/**
 * Sends records to the topics of the gateway.
 *
 * <p>Decided here: how long a send may take and when it has failed. Not decided here: what is sent.
 */
package org.vigie.gateway.send;

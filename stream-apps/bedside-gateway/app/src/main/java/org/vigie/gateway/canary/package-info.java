/**
 * Sends canary patients through the socket of this gateway, one for each partition.
 *
 * <p>Not decided here: what a missing canary means. The station decides it.
 */
package org.vigie.gateway.canary;

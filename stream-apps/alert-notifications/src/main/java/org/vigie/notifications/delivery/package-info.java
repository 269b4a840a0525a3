/**
 * Decides which deliveries are repeated, given up or reported as late, and records what became of each call.
 * Each channel has a loop of its own, so that a failed channel does not delay another.
 */
package org.vigie.notifications.delivery;

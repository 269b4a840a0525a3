/**
 * Defines what a protocol reader hands to the gateway: measured values, patient movements, bedside alerts, elements that are left out, and
 * the port that takes them.
 *
 * <p>Not decided here: how a message is read, and where its content is published.
 */
package org.vigie.gateway.intake;

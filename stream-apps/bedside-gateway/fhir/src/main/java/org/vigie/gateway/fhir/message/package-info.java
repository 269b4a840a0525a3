/**
 * Holds what was read from a message, the elements that were left out with their reasons, and how many readings it holds.
 *
 * <p>Decided here: the outcome of a message with several resources. Not decided here: how a resource is read.
 */
package org.vigie.gateway.fhir.message;

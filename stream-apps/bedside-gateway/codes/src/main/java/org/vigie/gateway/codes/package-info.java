/**
 * Interprets codes, units and numbers of senders by the variable catalogue.
 *
 * <p>Decided here: the variable of a code, the conversion of its unit, the numbers that mean "no measurement". Not decided here: how a
 * message is read, see {@code org.vigie.gateway.hl7} and {@code org.vigie.gateway.fhir}.
 */
package org.vigie.gateway.codes;

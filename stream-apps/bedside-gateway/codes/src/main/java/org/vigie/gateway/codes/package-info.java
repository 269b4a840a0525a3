/**
 * What a sender's code, unit and number mean in the variable catalogue, and the words for what became of a message.
 *
 * <p>Decided here: which variable a code names, how its unit is converted, which numbers mean "no measurement". Not decided here:
 * how a message is read; see {@code org.vigie.gateway.hl7} and {@code org.vigie.gateway.fhir}.
 */
package org.vigie.gateway.codes;

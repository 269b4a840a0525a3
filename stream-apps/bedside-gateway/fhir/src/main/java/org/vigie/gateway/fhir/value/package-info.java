/**
 * Reads the value of an observation: quantities, sampled series, scores, absent values and the status.
 *
 * <p>Decided here: which value is a number that can be used. Not decided here: which variable it belongs to.
 */
package org.vigie.gateway.fhir.value;

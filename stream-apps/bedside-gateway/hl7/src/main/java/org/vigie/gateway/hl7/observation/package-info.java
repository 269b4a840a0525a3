/**
 * Reads the OBX rows of a message into measurements.
 *
 * <p>Decided here: which rows are measurements, and why a row is left out. Not decided here: what a code or a unit means ({@code
 * org.vigie.terminology}).
 */
package org.vigie.gateway.hl7.observation;

/**
 * Reads ADT messages into movements: who is on which bed from when until when.
 *
 * <p>Decided here: which trigger event moves or discharges a patient. Not decided here: who is on the bed in the end (the census).
 */
package org.vigie.gateway.hl7.movement;

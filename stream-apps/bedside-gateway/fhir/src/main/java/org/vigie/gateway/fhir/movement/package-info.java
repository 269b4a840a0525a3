/**
 * Reads patients and encounters into movements: who is on which bed from when until when.
 *
 * <p>Decided here: which states of an encounter occupy a bed. Not decided here: who is on the bed in the end (the census).
 */
package org.vigie.gateway.fhir.movement;

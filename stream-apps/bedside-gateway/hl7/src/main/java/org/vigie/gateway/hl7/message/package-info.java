/**
 * Holds what a message states before its rows: patient, location, order and time, and what was read and left out.
 *
 * <p>Decided here: which identifier and which location count. Not decided here: what a row means.
 */
package org.vigie.gateway.hl7.message;

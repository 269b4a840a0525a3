/**
 * Reads the data types of fields: coded elements, numbers and times.
 *
 * <p>Decided here: which text is a number or a time. Not decided here: which segment a field belongs to.
 */
package org.vigie.gateway.hl7.field;

/**
 * Divides an HL7 v2 message in ER7 encoding into segments and fields.
 *
 * <p>Decided here: delimiters, escapes, character sets and how messages of one file are separated. Not decided here: what a field means.
 */
package org.vigie.gateway.hl7.er7;

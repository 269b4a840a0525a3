/**
 * Maps the codes and units of senders (MDC, LOINC, UCUM, vendor words) to variables of the catalogue. No protocol is known here: a reader passes
 * the code as it was sent, the value and the unit.
 */
package org.vigie.terminology;

/**
 * HL7 v2 in its ER7 form: what a message says about measurements, alarms and movements, and the acknowledgement it gets.
 *
 * <p>Decided here: containment, time, status, waveforms and settings apart, routing on MSH-9. Not decided here: what a code means
 * ({@code org.vigie.gateway.codes}), and when a message is acknowledged (the app).
 */
package org.vigie.gateway.hl7;

/**
 * Reads HL7 v2 messages in ER7 encoding: measurements, alarms, movements, and the acknowledgement of the message.
 *
 * <p>Decided here: containment, time, status, waveforms, settings, routing on MSH-9. Not decided here: the meaning of a code ({@code
 * org.vigie.terminology}), and when a message is acknowledged (the app).
 */
package org.vigie.gateway.hl7;

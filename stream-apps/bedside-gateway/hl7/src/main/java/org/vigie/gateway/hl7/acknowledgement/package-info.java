/**
 * Writes and reads acknowledgements (ACK) with their code and error.
 *
 * <p>Decided here: which acknowledgement code follows from an outcome. Not decided here: when it is sent.
 */
package org.vigie.gateway.hl7.acknowledgement;

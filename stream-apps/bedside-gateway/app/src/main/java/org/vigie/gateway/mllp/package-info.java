/**
 * Implements HL7's minimal lower layer protocol over TCP: frames are read, and answers are sent in the order of the frames.
 *
 * <p>Decided here: framing, limits, time-outs, TLS, back-pressure. Not decided here: the content of a frame, see {@link
 * org.vigie.gateway.mllp.MllpReceiver}.
 */
package org.vigie.gateway.mllp;

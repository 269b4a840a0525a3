/**
 * HL7's minimal lower layer over TCP: frames in, answers out, in the order of the frames, line by line.
 *
 * <p>Decided here: framing, limits, time-outs, TLS, back-pressure. Not decided here: what is in a frame; see {@link
 * org.vigie.gateway.mllp.MllpReceiver}.
 */
package org.vigie.gateway.mllp;

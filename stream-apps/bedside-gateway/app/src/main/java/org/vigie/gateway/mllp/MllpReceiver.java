package org.vigie.gateway.mllp;

import java.util.concurrent.CompletableFuture;

/** Receives the frames of connections. One thread for each connection calls it, in the order of the frames. */
public interface MllpReceiver {
    /**
     * Receives one frame. Never throws. The connection is not read while this method blocks.
     *
     * @param whole false when the frame was cut off by the start of another
     * @return the answer, once it is known; an empty answer is not sent
     */
    CompletableFuture<String> receive(byte[] message, boolean whole);
}

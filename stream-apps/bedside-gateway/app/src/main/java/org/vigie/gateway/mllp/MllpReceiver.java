package org.vigie.gateway.mllp;

import java.util.concurrent.CompletableFuture;

/** What is done with a frame. Called by one thread for each connection, in the order of its frames. */
public interface MllpReceiver {
    /**
     * Never throws; may block: then the connection is not read on.
     *
     * @param whole false when the frame was cut off by the start of another
     * @return the answer, when it is known; an empty one is not sent
     */
    CompletableFuture<String> receive(byte[] message, boolean whole);
}

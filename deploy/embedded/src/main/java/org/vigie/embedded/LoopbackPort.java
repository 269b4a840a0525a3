package org.vigie.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
final class LoopbackPort {
    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /**
     * @param wanted 0 for any
     * @return a port on which nobody listens
     */
    static int free(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.BrokerErrorCode.PORT_TAKEN,
                    "Port " + wanted + " on " + HOST
                            + " is taken: stop the program that listens there, or choose another port.",
                    e);
        }
    }
}

package org.vigie.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Holds a port on 127.0.0.1; its text is {@code 127.0.0.1:PORT}. */
record LoopbackPort(int number) {
    private static final String HOST = "127.0.0.1";

    /**
     * Returns a port on which no program listens.
     *
     * @param wanted number of the port, or 0 for any
     * @throws BrokerException when a program listens on the wanted port
     */
    static LoopbackPort free(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return new LoopbackPort(socket.getLocalPort());
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.BrokerErrorCode.PORT_TAKEN,
                    "Port " + wanted + " on " + HOST
                            + " is taken: stop the program that listens there, or choose another port.",
                    e);
        }
    }

    @Override
    public String toString() {
        return HOST + ":" + number;
    }
}

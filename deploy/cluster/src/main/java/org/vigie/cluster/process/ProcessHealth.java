package org.vigie.cluster.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * Asks a process whether it can work.
 *
 * @param address {@code http://} for an answer 200, {@code tcp://} for a connection that loopback accepts
 */
record ProcessHealth(URI address) {
    private static final int PATIENCE_MS = 2_000;

    boolean isGood() {
        try {
            return address.getScheme().equals("tcp") ? isConnected() : isOk();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isConnected() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), PATIENCE_MS);
            return true;
        }
    }

    private boolean isOk() throws IOException {
        var request = (HttpURLConnection) address.toURL().openConnection();
        request.setConnectTimeout(PATIENCE_MS);
        request.setReadTimeout(PATIENCE_MS);
        try {
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            request.disconnect();
        }
    }
}

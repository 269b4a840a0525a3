package org.vigie.cluster.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends HL7 messages to an MLLP receiver on loopback, one after the other. It connects when it must. */
final class MllpSender implements AutoCloseable {
    private static final int ANSWERS_WITHIN_MS = 20_000;
    private static final int END = 0x1c;

    private final int port;
    private Socket connection;

    MllpSender(int port) {
        this.port = port;
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @throws IOException when there is no receiver or no answer; close the connection then
     */
    String ask(String message) throws IOException {
        if (connection == null) {
            connection = new Socket(InetAddress.getLoopbackAddress(), port);
            connection.setSoTimeout(ANSWERS_WITHIN_MS);
        }
        connection.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.US_ASCII));
        return answer(connection.getInputStream());
    }

    private static String answer(InputStream from) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int next = from.read(); next != END; next = from.read()) {
            if (next < 0) {
                throw new IOException("the receiver closed the connection");
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    /** Closes the connection; the next message opens a new one. */
    @Override
    public void close() {
        Socket closed = connection;
        connection = null;
        try {
            if (closed != null) {
                closed.close();
            }
        } catch (IOException e) {
            // The connection is given up in any case.
            return;
        }
    }
}

package org.vigie.platform.mllp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Represents one MLLP connection to a receiver. It sends a message and waits for the answer. After a failure the next message opens a new
 * connection.
 */
public final class MllpClientConnection implements AutoCloseable {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int LONGEST_ANSWER = 1 << 20;

    private final String host;
    private final int port;
    private final Duration timeout;
    private Socket socket = new Socket();

    public MllpClientConnection(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    /**
     * Sends a message.
     *
     * @return the text of the answer
     * @throws IOException when no answer comes in time, or one of more than a mebibyte; the connection is closed
     */
    public String ask(String message) throws IOException {
        try {
            Socket open = open();
            var frame = new ByteArrayOutputStream();
            frame.write(START);
            frame.write(message.getBytes(StandardCharsets.UTF_8));
            frame.write(END);
            frame.write('\r');
            open.getOutputStream().write(frame.toByteArray());
            open.getOutputStream().flush();
            return answer(open.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
        }
        return socket;
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new ByteArrayOutputStream();
        for (int each = in.read(); each != END; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the receiver closed the connection before its answer");
            }
            if (each != START && !(answer.size() == 0 && each == '\r')) {
                append(answer, each);
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void append(ByteArrayOutputStream answer, int next) throws IOException {
        if (answer.size() == LONGEST_ANSWER) {
            throw new IOException("the receiver's answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        answer.write(next);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            socket = new Socket();
        }
    }
}

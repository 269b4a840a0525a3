package org.vigie.cluster.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Receives MLLP frames on loopback and answers each message as a test says. Without an answer it closes the connection. */
final class ScriptedReceiver implements AutoCloseable {
    private static final int START = 0x0b;
    private static final int END = 0x1c;

    private final ServerSocket server;
    private final Function<String, Optional<String>> script;
    private final List<String> received = new CopyOnWriteArrayList<>();

    ScriptedReceiver(Function<String, Optional<String>> script) throws IOException {
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.script = script;
        var thread = new Thread(this::accept, "scripted-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns the messages without their frames, in the order of their arrival. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void accept() {
        while (!server.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try (Socket connection = server.accept()) {
            answer(connection);
        } catch (IOException e) {
            // The sender or the test has closed the connection.
            return;
        }
    }

    private void answer(Socket connection) throws IOException {
        for (String message = frame(connection.getInputStream()); !message.isEmpty(); ) {
            received.add(message);
            Optional<String> reply = script.apply(message);
            if (reply.isEmpty()) {
                return;
            }
            connection.getOutputStream().write(framed(reply.get()));
            message = frame(connection.getInputStream());
        }
    }

    private static byte[] framed(String message) {
        return ("" + (char) START + message + (char) END + "\r").getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the next message; empty when the sender has closed the connection. */
    private static String frame(InputStream from) throws IOException {
        var message = new StringBuilder();
        for (int next = from.read(); next != END; next = from.read()) {
            if (next < 0) {
                return "";
            }
            if (next != START && (next != '\r' || !message.isEmpty())) {
                message.append((char) next);
            }
        }
        return message.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

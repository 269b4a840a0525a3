package org.vigie.gateway.mllp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connects to a listener as a device does. */
public final class MllpTestClient implements AutoCloseable {
    private final Socket socket;
    private final MllpFrameReader answers;

    public MllpTestClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    MllpTestClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(600_000);
        answers = new MllpFrameReader(socket.getInputStream(), 1 << 20);
    }

    public void send(String... messages) throws IOException {
        var frames = new ByteArrayOutputStream();
        for (String message : messages) {
            frames.write(MllpFrameReader.START);
            frames.write(message.getBytes(StandardCharsets.UTF_8));
            frames.write(MllpFrameReader.END);
            frames.write('\r');
        }
        raw(frames.toByteArray());
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next answer; empty when the line was closed. */
    public Optional<String> answer() throws IOException {
        return answers.next().map(frame -> new String(frame.message(), StandardCharsets.UTF_8));
    }

    public List<String> answers(int count) throws IOException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(answer().orElse("closed"));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

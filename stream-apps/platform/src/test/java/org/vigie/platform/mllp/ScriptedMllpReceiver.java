package org.vigie.platform.mllp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Listens on loopback and answers each message with the next bytes of a script. Empty bytes close the connection instead. */
final class ScriptedMllpReceiver implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<byte[]> script = new LinkedBlockingQueue<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    ScriptedMllpReceiver() throws IOException {
        var thread = new Thread(this::run, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    ScriptedMllpReceiver answers(String bytes) {
        script.add(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    private void run() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException | InterruptedException e) {
                messages.add("closed");
            }
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        for (String message = message(socket); !message.isEmpty(); message = message(socket)) {
            messages.add(message);
            byte[] answer = script.take();
            if (answer.length == 0) {
                return;
            }
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
        }
    }

    /** Returns the next frame without its first and last byte; empty at the end of the connection. */
    private static String message(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int each = socket.getInputStream().read();
                each >= 0;
                each = socket.getInputStream().read()) {
            if (each == 0x1C) {
                var unused = socket.getInputStream().read();
                return bytes.toString(StandardCharsets.UTF_8);
            }
            if (each != 0x0B) {
                bytes.write(each);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

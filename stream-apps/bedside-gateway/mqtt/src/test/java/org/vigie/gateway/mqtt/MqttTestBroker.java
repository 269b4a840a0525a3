package org.vigie.gateway.mqtt;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Debian's broker on a free port of this machine, for one test. */
final class MqttTestBroker implements AutoCloseable {
    private final Process process;
    private final int port;

    private MqttTestBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Empty, and said aloud, when it is not installed. */
    static Optional<Path> installed() {
        Optional<Path> found = Stream.of(
                        (System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("=== NO MOSQUITTO: the MQTT tests are SKIPPED. Debian: apt install mosquitto ===");
        }
        return found;
    }

    static MqttTestBroker start(Path program, Path directory) throws IOException {
        int port = freePort();
        Path config = Files.writeString(
                directory.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest stderr\n");
        Process process = new ProcessBuilder(program.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile())
                .start();
        var broker = new MqttTestBroker(process, port);
        Awaitility.await().until(broker::answers);
        return broker;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> !process.isAlive());
    }
}

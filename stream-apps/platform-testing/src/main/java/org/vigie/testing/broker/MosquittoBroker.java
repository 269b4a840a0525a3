package org.vigie.testing.broker;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.vigie.testing.process.TestProgram;

/** Runs mosquitto, the MQTT broker, on a free port of loopback for one test. */
public final class MosquittoBroker implements AutoCloseable {
    private final TestProgram program;
    private final int port;

    private MosquittoBroker(TestProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Returns the program. Empty when it is not installed: a line on the console says so. */
    public static Optional<Path> installed() {
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

    /**
     * Starts the broker and waits until it accepts connections.
     *
     * @param directory where its configuration and its log are written
     */
    public static MosquittoBroker start(Path program, Path directory) throws IOException {
        int port = UnusedPort.find().number();
        Path config = Files.writeString(
                directory.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\nlog_dest stderr\n");
        var command = new ProcessBuilder(program.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mosquitto.log").toFile());
        var broker = new MosquittoBroker(TestProgram.start(command), port);
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(broker::answers);
        return broker;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        program.close();
    }
}

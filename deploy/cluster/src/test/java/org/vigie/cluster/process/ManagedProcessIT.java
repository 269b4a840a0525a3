package org.vigie.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testing.broker.UnusedPort;

/** Tests that a process is started, halted, killed, and started again by its supervisor. */
class ManagedProcessIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private ProcessGroup group;
    private ManagedProcess process;
    private int port;

    @BeforeEach
    void start() {
        port = UnusedPort.find().number();
        group = new ProcessGroup(new ProcessFolder(directory));
        process = group.start(new ProcessPlan(
                "listener",
                List.of("-Xmx32m", "-XX:+UseSerialGC"),
                System.getProperty("java.class.path"),
                ListenerMain.class.getName(),
                List.of(Integer.toString(port)),
                Map.of(),
                URI.create("tcp://127.0.0.1:" + port),
                Optional.empty()));
        await().atMost(TIMEOUT).until(process::isHealthy);
    }

    @AfterEach
    void stop() {
        process.kill();
    }

    @Test
    void aProcessHasItsLogAndItsProcessIdInTheFolder() throws IOException {
        // when
        String pid = Files.readString(directory.resolve("pids/listener.pid")).strip();

        // then
        assertThat(pid).isEqualTo(Long.toString(process.pid()));
        assertThat(group.residentMib()).isPositive();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(directory.resolve("logs/listener.log"))
                        .content()
                        .contains("listens"));
    }

    @Test
    void aHaltedProcessGoesOn() {
        // when
        process.signals().pause();

        // then
        await().atMost(TIMEOUT).until(() -> state().equals("T"));

        // when
        process.signals().resume();

        // then
        await().atMost(TIMEOUT).until(() -> !state().equals("T"));
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aProcessCannotWriteWhileItsDiskIsFull() throws IOException {
        // given
        connect();
        long before = connections();

        // when
        process.signals().stopFilesGrowing();
        connect();
        process.signals().letFilesGrow();

        // then
        assertThat(connections()).isEqualTo(before);

        // when
        connect();

        // then what it had kept in its buffer may come too
        assertThat(connections()).isGreaterThan(before);
    }

    /** Connects and returns when the process has printed its line. */
    private void connect() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private long connections() throws IOException {
        return Files.readAllLines(directory.resolve("logs/listener.log")).stream()
                .filter(line -> line.startsWith("connection"))
                .count();
    }

    @Test
    void aKilledProcessIsStartedAgainByItsSupervisor() {
        // given
        long before = process.pid();
        try (var supervisor = ProcessSupervisor.start(group, unused -> {})) {
            // when
            process.kill();

            // then
            await().atMost(TIMEOUT).until(process::isHealthy);
            assertThat(process.pid()).isNotEqualTo(before);
            assertThat(supervisor.restarts("listener")).isEqualTo(1);
        }
    }

    /** Returns the state of the process as Linux names it; T: halted by a signal. */
    private String state() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        int at = stat.lastIndexOf(')') + 2;
        return stat.substring(at, at + 1);
    }
}

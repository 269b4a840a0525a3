package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a ward that cannot start prints one sentence with what to do and exits with status 2. */
class RefusalIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int CANNOT_START = 2;

    @TempDir
    Path directory;

    @Test
    void aTakenPort() throws Exception {
        // given
        try (var taken = new ServerSocket()) {
            // when
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 22_680));

            // then
            assertThat(refusal("--port-offset", "4600"))
                    .isEqualTo("demo: Port 22680 for the station is taken; stop what uses it or move all ports with"
                            + " --port-offset 100.");
        }
    }

    @Test
    void aDamagedDataDirectory() throws Exception {
        // given
        Path broker = Files.createDirectories(directory.resolve("data/broker"));

        // when
        Files.writeString(broker.resolve("meta.properties"), "cluster.id=\nversion=banana\n");

        // then
        assertThat(refusal("--port-offset", "4600")).contains("data/broker").contains("move it away");
    }

    @Test
    void aWrongOption() throws Exception {
        assertThat(refusal("--beds", "0")).contains("beds: must be 1 to 10000, was 0");
    }

    private String refusal(String... options) throws IOException, InterruptedException {
        try (var ward = ChildWard.start(directory, options)) {
            assertThat(ward.await(TIMEOUT)).as(ward.output()).isEqualTo(CANNOT_START);
            return ward.output()
                    .lines()
                    .filter(line -> line.startsWith("demo: "))
                    .reduce((first, second) -> first + " AND " + second)
                    .orElseThrow(() -> new AssertionError("no sentence"));
        }
    }
}

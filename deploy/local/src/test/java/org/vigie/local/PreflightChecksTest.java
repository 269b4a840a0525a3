package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightChecksTest {
    @TempDir
    Path directory;

    @Test
    void aTakenPortIsOneSentenceThatSaysWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = taken.getLocalPort() - new WardPorts(0).station();

            assertThatThrownBy(() -> PreflightChecks.checkPorts(new WardPorts(offset)))
                    .isInstanceOf(WardStartException.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " for the station is taken; stop what uses it or move all ports with --port-offset 100.");
        }
    }

    @Test
    void tooLittleMemoryIsOneSentence() throws IOException {
        Path little = Files.writeString(directory.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable:  1048576 kB\n");
        Path enough = Files.writeString(directory.resolve("enough"), "MemAvailable:  4194304 kB\n");

        assertThatThrownBy(() -> PreflightChecks.checkMemory(little, directory))
                .hasMessageContaining("needs 3072 MiB of free memory, this machine has 1024 MiB");
        assertThatCode(() -> PreflightChecks.checkMemory(enough, directory)).doesNotThrowAnyException();
    }

    @Test
    void aContainersLimitCountsToo() throws IOException {
        Files.writeString(directory.resolve("memory.max"), "3221225472\n");
        Files.writeString(directory.resolve("memory.current"), "1073741824\n");
        Path enough = Files.writeString(directory.resolve("enough"), "MemAvailable:  4194304 kB\n");

        assertThatThrownBy(() -> PreflightChecks.checkMemory(enough, directory))
                .hasMessageContaining("this machine has 2048 MiB");
        Files.writeString(directory.resolve("memory.max"), "max\n");
        assertThatCode(() -> PreflightChecks.checkMemory(enough, directory)).doesNotThrowAnyException();
    }

    @Test
    void aDirectoryInUseIsOneSentence() throws IOException {
        try (var held = PreflightChecks.lock(directory)) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> PreflightChecks.lock(directory))
                    .hasMessageContaining("is in use by another ward")
                    .hasMessageContaining("--data-dir");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsOneSentence() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> PreflightChecks.lock(file.resolve("data")))
                .isInstanceOf(WardStartException.class)
                .hasMessageContaining("cannot be written");
    }
}

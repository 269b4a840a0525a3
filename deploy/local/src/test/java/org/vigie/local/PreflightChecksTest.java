package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightChecksTest {
    @TempDir
    Path directory;

    private Path cgroup;

    @BeforeEach
    void makeCgroup() throws IOException {
        cgroup = Files.createDirectory(directory.resolve("cgroup"));
    }

    @Test
    void aTakenPortIsReportedInOneSentenceWithWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // given
            int offset = taken.getLocalPort() - new WardPorts(0).station();
            var checks = new PreflightChecks(directory, new WardPorts(offset), meminfo(4096), cgroup);
            // then
            assertThatThrownBy(checks::checkPorts)
                    .isInstanceOf(WardStartException.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " for the station is taken; stop what uses it or move all ports with --port-offset 100.");
        }
    }

    @Test
    void tooLittleMemoryIsOneSentence() throws IOException {
        assertThatThrownBy(checks(meminfo(1024))::checkMemory)
                .hasMessageContaining("needs 2048 MiB of free memory, this machine has 1024 MiB");
    }

    @Test
    void enoughMemoryIsAccepted() throws IOException {
        assertThatCode(checks(meminfo(2048))::checkMemory).doesNotThrowAnyException();
    }

    @Test
    void theLimitOfAContainerIsCheckedToo() throws IOException {
        // given
        cgroup("3221225472", "2147483648");
        // then
        assertThatThrownBy(checks(meminfo(4096))::checkMemory).hasMessageContaining("this machine has 1024 MiB");
    }

    @Test
    void aContainerWithoutALimitHasTheMemoryOfTheMachine() throws IOException {
        // given
        cgroup("max", "1073741824");
        // then
        assertThatCode(checks(meminfo(4096))::checkMemory).doesNotThrowAnyException();
    }

    @Test
    void aSystemThatDoesNotReportItsMemoryIsAccepted() {
        assertThatCode(checks(directory.resolve("nothing"))::checkMemory).doesNotThrowAnyException();
    }

    @Test
    void onlyTheOwnerCanEnterANewDataDirectory() throws IOException {
        // given
        Path data = directory.resolve("new").resolve("data");

        // when
        new PreflightChecks(data, new WardPorts(0), meminfo(4096), cgroup).makeDirectory();

        // then
        assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aDirectoryInUseIsOneSentence() throws IOException {
        // given
        PreflightChecks checks = checks(meminfo(4096));
        try (var held = checks.lock()) {
            // then
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(checks::lock)
                    .hasMessageContaining("is in use by another ward")
                    .hasMessageContaining("--data-dir");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsOneSentence() throws IOException {
        // given
        Path file = Files.createFile(directory.resolve("file"));
        var checks = new PreflightChecks(file.resolve("data"), new WardPorts(0), meminfo(4096), cgroup);
        // then
        assertThatThrownBy(checks::lock)
                .isInstanceOf(WardStartException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aRefusedStartReleasesTheDataDirectory() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // given
            int offset = taken.getLocalPort() - new WardPorts(0).station();
            var refused = new PreflightChecks(directory, new WardPorts(offset), meminfo(4096), cgroup);
            // when
            assertThatThrownBy(refused::run).isInstanceOf(WardStartException.class);
            // then
            try (FileLock again = refused.lock()) {
                assertThat(again.isValid()).isTrue();
            }
        }
    }

    private PreflightChecks checks(Path meminfo) {
        return new PreflightChecks(directory, new WardPorts(0), meminfo, cgroup);
    }

    private Path meminfo(int availableMib) throws IOException {
        return Files.writeString(
                directory.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable:  " + availableMib * 1024 + " kB\n");
    }

    private void cgroup(String max, String current) throws IOException {
        Files.writeString(cgroup.resolve("memory.max"), max + "\n");
        Files.writeString(cgroup.resolve("memory.current"), current + "\n");
    }
}

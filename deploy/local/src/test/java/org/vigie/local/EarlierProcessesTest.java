package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a cluster does not start beside the processes of an earlier one. */
class EarlierProcessesTest {
    @TempDir
    Path directory;

    @Test
    void aProcessThatStillRunsInTheFolderIsNamed() throws Exception {
        // given
        Path station = Files.createDirectories(directory.resolve("state/station"));
        Process left =
                new ProcessBuilder("sleep", "600").directory(station.toFile()).start();
        try {
            write("station", left.pid() + "\n");

            // when, then
            assertThatThrownBy(() -> new EarlierProcesses(directory).refuse())
                    .hasMessageContaining("kill " + left.pid())
                    .hasMessageContaining("--dir");
        } finally {
            left.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aProcessOfAnotherProgramWithTheSameIdIsIgnored() throws Exception {
        // given
        write("station", ProcessHandle.current().pid() + "\n");
        write("store", "");

        // when, then
        assertThat(new EarlierProcesses(directory).running()).isEmpty();
        assertThatCode(() -> new EarlierProcesses(directory).refuse()).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatNeverHeldAClusterHasNone() {
        // when, then
        assertThat(new EarlierProcesses(directory).running()).isEmpty();
    }

    private void write(String process, String text) throws IOException {
        Path pids = Files.createDirectories(directory.resolve("pids"));
        Files.writeString(pids.resolve(process + ".pid"), text);
    }
}

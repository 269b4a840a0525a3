package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.process.ProcessFolder;

/** Tests that a cluster does not start beside the processes of an earlier one. */
class EarlierProcessesTest {
    @TempDir
    Path directory;

    @Test
    void aProcessThatStillRunsInTheFolderIsNamed() throws Exception {
        // given
        var folder = new ProcessFolder(directory);
        Process left = new ProcessBuilder("sleep", "60")
                .directory(folder.state("station").toFile())
                .start();
        try {
            Files.writeString(folder.pid("station"), left.pid() + "\n");

            // when, then
            assertThatThrownBy(() -> new EarlierProcesses(folder).refuse())
                    .hasMessageContaining("kill " + left.pid())
                    .hasMessageContaining("--dir");
        } finally {
            left.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aProcessOfAnotherProgramWithTheSameIdIsIgnored() throws Exception {
        // given
        var folder = new ProcessFolder(directory);
        Files.writeString(folder.pid("station"), ProcessHandle.current().pid() + "\n");
        Files.writeString(folder.pid("store"), "");

        // when, then
        assertThat(new EarlierProcesses(folder).running()).isEmpty();
        assertThatCode(() -> new EarlierProcesses(folder).refuse()).doesNotThrowAnyException();
    }
}

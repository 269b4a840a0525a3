package org.vigie.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests where the files of a cluster lie. */
class ProcessFolderTest {
    @TempDir
    Path directory;

    @Test
    void eachProcessHasItsLogItsIdAndFoldersOfItsOwn() {
        // given
        var folder = new ProcessFolder(directory);

        // when, then
        assertThat(folder.log("station")).isEqualTo(directory.resolve("logs/station.log"));
        assertThat(folder.pid("station")).isEqualTo(directory.resolve("pids/station.pid"));
        assertThat(folder.state("station"))
                .isEqualTo(directory.resolve("state/station"))
                .isDirectory();
        assertThat(folder.configuration("station"))
                .isEqualTo(directory.resolve("configuration/station"))
                .isDirectory();
    }

    @Test
    void aRelativeFolderBecomesAbsoluteBecauseProcessesWorkInFoldersOfTheirOwn() {
        assertThat(new ProcessFolder(Path.of("data", "..", "ward")).root())
                .isEqualTo(Path.of("ward").toAbsolutePath());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        // given
        Path file = Files.createFile(directory.resolve("file"));

        // when, then
        assertThatThrownBy(() -> new ProcessFolder(file).log("station"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The folder " + file.resolve("logs") + " cannot be written: choose another one");
    }
}

package org.vigie.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTextTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatIsMissingIsNamedOnceAndSaidToBeMissing() {
        // given
        Path file = folder.resolve("ledger.avro");
        IOException missing = failure(file);
        String expected = file + ": must be a file of Alert records: there is no such file or directory";

        // then
        assertThat(text(missing)).isEqualTo(file + ": there is no such file or directory");
        assertThat(text(new IOException(file + ": must be a file of Alert records: " + missing.getMessage(), missing)))
                .isEqualTo(expected);
        assertThat(text(new IOException(file + ": must be a file of Alert records", missing)))
                .isEqualTo(expected);
        assertThat(text(new UncheckedIOException(missing))).isEqualTo(file + ": there is no such file or directory");
    }

    @Test
    void aMessageThatEndsWithTheFileKeepsItsWords() {
        // given
        Path file = folder.resolve("rules.yaml");

        // then
        assertThat(text(new UncheckedIOException("rules: cannot be read: " + file, failure(file))))
                .isEqualTo("rules: cannot be read: " + file + ": there is no such file or directory");
        assertThat(text(new UncheckedIOException("The list cannot be read", failure(file))))
                .isEqualTo("The list cannot be read: " + file + ": there is no such file or directory");
    }

    @Test
    void aFileOfAnotherAccountIsSaidToBeOne() {
        assertThat(text(new AccessDeniedException("/secret/key")))
                .isEqualTo("/secret/key: this account may not open it");
    }

    @Test
    void aFailureThatSaysItsReasonStaysAsItIs() {
        assertThat(text(new FileSystemException("/full/a", null, "No space left on device")))
                .isEqualTo("/full/a: No space left on device");
        assertThat(text(new NoSuchFileException("a.csv", null, "name a folder with a mapping")))
                .isEqualTo("a.csv: name a folder with a mapping");
        assertThat(text(new IllegalStateException("no broker answers"))).isEqualTo("no broker answers");
        assertThat(text(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    private static String text(Throwable problem) {
        return new FailureText(problem).toString();
    }

    private static IOException failure(Path file) {
        try {
            byte[] read = Files.readAllBytes(file);
            throw new AssertionError(file + " has " + read.length + " bytes");
        } catch (IOException e) {
            return e;
        }
    }
}

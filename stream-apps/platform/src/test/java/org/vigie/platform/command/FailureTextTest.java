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
    void aShortPathIsNamedAlsoWhereItsLettersStandInTheSentence() {
        assertThat(text(unread("data cannot be read: data", "data")))
                .isEqualTo("data cannot be read: data: there is no such file or directory");
        assertThat(text(unread("The data: data", "data")))
                .isEqualTo("The data: data: there is no such file or directory");
        assertThat(text(unread("The list cannot be read", "a")))
                .isEqualTo("The list cannot be read: a: there is no such file or directory");
        assertThat(text(unread("/ward/a.csv must be a file", "a.csv")))
                .isEqualTo("/ward/a.csv must be a file: a.csv: there is no such file or directory");
        assertThat(text(unread("data: must be a folder: data", "data")))
                .isEqualTo("data: must be a folder: there is no such file or directory");
    }

    @Test
    void aFailureThatNamesNoFileSaysItsKind() {
        assertThat(text(new NoSuchFileException(null))).isEqualTo("NoSuchFileException");
        assertThat(text(new IllegalStateException("rules: cannot be read", new NoSuchFileException(null))))
                .isEqualTo("rules: cannot be read");
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

    private static IllegalStateException unread(String message, String path) {
        return new IllegalStateException(message, new NoSuchFileException(path));
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

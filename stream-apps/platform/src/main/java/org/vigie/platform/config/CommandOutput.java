package org.vigie.platform.config;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a command of the shell prints, such as the client of a vault. Its errors go to the app's own standard error.
 *
 * @param command line for {@code sh -c}
 * @param longest time after which the command is ended
 */
record CommandOutput(String command, Duration longest) {
    /** A secret is short. More is no secret. */
    private static final long MOST_BYTES = 1_048_576;

    private static final long PAUSE_MILLIS = 50;

    /** Returns the output without the spaces around it; empty when it is blank, and when the command fails or does not end in time. */
    Optional<String> read() {
        try {
            Path printed = Files.createTempFile("vigie", ".command"); // for this account alone
            try {
                return run(printed) ? text(printed) : Optional.empty();
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Prints into a file: a process that the command leaves behind holds a pipe open, and a full pipe holds the command. */
    private boolean run(Path printed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(printed.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            process.getOutputStream().close();
            return endsInTime(process, printed) && process.exitValue() == 0;
        } finally {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean endsInTime(Process process, Path printed) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - begin > longest.toNanos() || Files.size(printed) > MOST_BYTES) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> text(Path printed) throws IOException {
        return Files.size(printed) > MOST_BYTES
                ? Optional.empty()
                : Optional.of(Files.readString(printed).strip()).filter(text -> !text.isEmpty());
    }
}

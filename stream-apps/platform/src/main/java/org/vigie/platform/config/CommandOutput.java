package org.vigie.platform.config;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a command of the shell prints, such as the client of a vault. Its errors go to the app's own standard error.
 *
 * @param command line for {@code sh -c}
 */
record CommandOutput(String command) {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Returns the output without the spaces around it; empty when the command fails or does not end in 30 seconds. */
    Optional<String> read() {
        try {
            return read(new ProcessBuilder("sh", "-c", command)
                    .redirectError(Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> read(Process process) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            boolean hasEnded = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
            return hasEnded
                    ? Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                    : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}

package org.vigie.cluster.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs a program of the operating system, such as {@code kill} or {@code mount}, to its end.
 *
 * @param words the program and its arguments
 */
public record SystemCommand(List<String> words) {
    private static final int NOT_RUN = 127;

    public SystemCommand {
        words = List.copyOf(words);
    }

    public static SystemCommand of(String... words) {
        return new SystemCommand(List.of(words));
    }

    /**
     * Holds how a program ended.
     *
     * @param output of the program, both streams
     */
    public record CommandOutcome(int code, String output) {
        public boolean isGood() {
            return code == 0;
        }
    }

    /** Runs it. A program that does not exist ends with 127, as in a shell. */
    public CommandOutcome run() {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new CommandOutcome(process.waitFor(), output);
        } catch (IOException e) {
            return new CommandOutcome(NOT_RUN, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandOutcome(NOT_RUN, "interrupted");
        }
    }
}

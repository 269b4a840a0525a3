package org.vigie.testing.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program that a test needs. It ends when it is closed, and with this JVM at the latest.
 *
 * @param patience how long it may take to stop when it is asked; then it is killed
 */
public record TestProgram(Process process, Duration patience) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static TestProgram start(ProcessBuilder program) throws IOException {
        return start(program, PATIENCE);
    }

    static TestProgram start(ProcessBuilder program, Duration patience) throws IOException {
        Process process = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of " + process.pid()));
        return new TestProgram(process, patience);
    }

    /** Asks the program to stop, kills it when it does not, and returns when it has ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }
}

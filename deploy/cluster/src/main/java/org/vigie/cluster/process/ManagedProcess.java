package org.vigie.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one process of a cluster. It can be started again after it has ended. */
public final class ManagedProcess implements AutoCloseable {
    private static final long STOPS_WITHIN_S = 30;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private volatile ProcessPlan plan;
    private final ProcessFolder folder;
    private final ProcessHealth health;
    private Process process;

    public ManagedProcess(ProcessPlan plan, ProcessFolder folder) {
        this.plan = plan;
        this.folder = folder;
        this.health = new ProcessHealth(plan.health());
    }

    public ProcessPlan plan() {
        return plan;
    }

    /** Takes another plan of the same name and the same address of health; the next start follows it. */
    public void follow(ProcessPlan next) {
        plan = next;
    }

    /** Starts the process. @throws UncheckedIOException when Java cannot be started */
    public synchronized void start() {
        Path log = folder.log(plan.name());
        var builder = new ProcessBuilder(command())
                .directory(folder.state(plan.name()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(plan.environment());
        try {
            process = builder.start();
            Files.writeString(folder.pid(plan.name()), process.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The process " + plan.name() + " cannot be started", e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(plan.javaOptions());
        command.addAll(List.of("-cp", plan.classPath(), plan.mainClass()));
        command.addAll(plan.arguments());
        return command;
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Returns the process id, or 0 before the first start. */
    public synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    /** Returns whether the process runs and answers that it can work. */
    public boolean isHealthy() {
        return isAlive() && health.isGood();
    }

    /** Ends the process as {@code kill -9} does and returns when it is gone. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Returns what sends signals to the process as it runs now. */
    public ProcessSignals signals() {
        return new ProcessSignals(plan.name(), pid());
    }

    /**
     * Waits until the process ends by itself.
     *
     * @return its exit code
     * @throws IllegalStateException when it has not ended within that time
     */
    public int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(plan.name() + " has not ended within " + patience.toSeconds() + " s; "
                    + folder.log(plan.name()) + " says why.");
        }
        return process.exitValue();
    }

    /** Asks the process to end, and ends it by force when it does not within 30 s. */
    @Override
    public synchronized void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN_S, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}

package org.vigie.cluster.process;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a process again one second after it has ended, as systemd or Kubernetes does. */
public final class ProcessSupervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessSupervisor.class);
    private static final long LOOK_EVERY_MS = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ProcessGroup group;
    private final Consumer<ManagedProcess> restarted;
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Set<String> left = new HashSet<>();
    private final RestartPauses pauses = new RestartPauses(PAUSE);
    private final Thread thread = new Thread(this::watch, "supervisor");
    private volatile boolean closed;

    private ProcessSupervisor(ProcessGroup group, Consumer<ManagedProcess> restarted) {
        this.group = group;
        this.restarted = restarted;
        thread.setDaemon(true);
    }

    /** @param restarted takes each process that was started again */
    public static ProcessSupervisor start(ProcessGroup group, Consumer<ManagedProcess> restarted) {
        var supervisor = new ProcessSupervisor(group, restarted);
        supervisor.thread.start();
        return supervisor;
    }

    /** Leaves a process ended when it ends. It is not started any more once this returns. */
    public synchronized void leave(String name) {
        left.add(name);
    }

    /** Starts a process again from now on when it ends. */
    public synchronized void watch(String name) {
        left.remove(name);
    }

    /** Returns how many times a process was started again. */
    public synchronized int restarts(String name) {
        return restarts.getOrDefault(name, 0);
    }

    private void watch() {
        try {
            while (!closed) {
                for (ManagedProcess process : group.all()) {
                    restartWhenEnded(process);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restartWhenEnded(ManagedProcess process) {
        String name = process.plan().name();
        if (!isToRestart(process)) {
            pauses.forget(name);
        } else if (pauses.isOver(name, Instant.now())) {
            restart(process, name);
        }
    }

    private void restart(ManagedProcess process, String name) {
        if (isStarted(process, name)) {
            restarted.accept(process);
        }
    }

    /** Starts the process unless it was left meanwhile. */
    private synchronized boolean isStarted(ManagedProcess process, String name) {
        if (!isToRestart(process)) {
            return false;
        }
        LOG.warn("{} has ended and is started again", name);
        restarts.merge(name, 1, Integer::sum);
        process.start();
        return true;
    }

    private synchronized boolean isToRestart(ManagedProcess process) {
        return !closed && !process.isAlive() && !left.contains(process.plan().name());
    }

    /** Starts nothing again from now on. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

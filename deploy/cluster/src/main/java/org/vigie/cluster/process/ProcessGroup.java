package org.vigie.cluster.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vigie.local.ResidentMemory;

/** Holds all processes of a cluster by their names, in the order in which they are added. */
public final class ProcessGroup {
    private static final long LOOK_EVERY_MS = 200;

    private final ProcessFolder folder;
    private final Map<String, ManagedProcess> processes = new LinkedHashMap<>();

    public ProcessGroup(ProcessFolder folder) {
        this.folder = folder;
    }

    public ProcessFolder folder() {
        return folder;
    }

    /** Adds a process and starts it. */
    public synchronized ManagedProcess start(ProcessPlan plan) {
        var process = new ManagedProcess(plan, folder);
        processes.put(plan.name(), process);
        process.start();
        return process;
    }

    /** Returns one process. @throws IllegalArgumentException when there is none of this name */
    public synchronized ManagedProcess get(String name) {
        ManagedProcess process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException(
                    "no process is named '" + name + "', expected one of " + processes.keySet());
        }
        return process;
    }

    /** Returns all processes, in the order of their start. */
    public synchronized List<ManagedProcess> all() {
        return List.copyOf(processes.values());
    }

    /**
     * Waits until each process answers that it can work.
     *
     * @throws IllegalStateException when one of them has ended, or does not answer in time; the sentence names its log
     */
    public void awaitHealthy(Collection<ManagedProcess> awaited, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (ManagedProcess process : awaited) {
            while (!process.isHealthy()) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw failed(process, patience);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        }
    }

    private IllegalStateException failed(ManagedProcess process, Duration patience) {
        String name = process.plan().name();
        String what = process.isAlive() ? " was not ready within " + patience.toSeconds() + " s" : " has ended";
        return new IllegalStateException("The process " + name + what + "; " + folder.log(name) + " says why.");
    }

    /** Returns the resident memory of all processes that run, MiB. */
    public long residentMib() {
        return all().stream()
                .filter(ManagedProcess::isAlive)
                .mapToLong(process -> ResidentMemory.of(process.pid()).mib())
                .sum();
    }

    /** Asks these processes to end, all at the same time, and waits until they are gone. */
    public void stop(Collection<ManagedProcess> stopped) {
        stopped.parallelStream().forEach(ManagedProcess::close);
    }
}

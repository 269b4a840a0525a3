package org.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the processes of a cluster that run on a folder: of one that works, or of one that was killed itself and left them behind.
 *
 * @param root folder of the cluster, with a process id in each file of {@code pids}
 */
public record EarlierProcesses(Path root) {
    private static final String PIDS = "pids";

    /** @throws IllegalStateException when one of them still runs; the sentence says how to end it */
    public void refuse() {
        List<Long> running = running();
        if (!running.isEmpty()) {
            throw new IllegalStateException("Processes of an earlier cluster on " + root
                    + " still run; end them with: kill " + text(running) + ", or choose another folder with --dir.");
        }
    }

    /** @throws WardStartException when one of them runs: a copy of files that change meanwhile is no backup */
    void refuseBackup() {
        List<Long> running = running();
        if (!running.isEmpty()) {
            throw new WardStartException("The cluster on " + root
                    + " runs; stop it with Ctrl-C, or end what it left with: kill " + text(running) + ".");
        }
    }

    List<Long> running() {
        Path pids = root.resolve(PIDS);
        if (!Files.isDirectory(pids)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pids)) {
            return files.map(this::pid).flatMap(Optional::stream).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The process ids in " + root + " cannot be read", e);
        }
    }

    private static String text(List<Long> pids) {
        return String.join(" ", pids.stream().map(pid -> Long.toString(pid)).toList());
    }

    /** Returns the process id in a file; empty when no process has it, or one that has nothing to do with the folder. */
    private Optional<Long> pid(Path file) {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            return ProcessHandle.of(pid).filter(this::isOfFolder).map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOfFolder(ProcessHandle process) {
        Path working = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return working.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}

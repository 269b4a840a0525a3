package org.vigie.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.cluster.process.ProcessFolder;

/**
 * Finds the processes that an earlier cluster on the same folder left behind, because it was killed itself.
 *
 * @param folder with the process ids
 */
public record EarlierProcesses(ProcessFolder folder) {
    /** @throws IllegalStateException when one of them still runs; the sentence says how to end it */
    public void refuse() {
        List<Long> running = running();
        if (!running.isEmpty()) {
            String ids = String.join(
                    " ", running.stream().map(pid -> Long.toString(pid)).toList());
            throw new IllegalStateException("Processes of an earlier cluster on " + folder.root()
                    + " still run; end them with: kill " + ids + ", or choose another folder with --dir.");
        }
    }

    List<Long> running() {
        try (Stream<Path> files = Files.list(folder.pid("any").getParent())) {
            return files.map(this::pid).flatMap(Optional::stream).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The process ids in " + folder.root() + " cannot be read", e);
        }
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
            return working.toRealPath().startsWith(folder.root().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}

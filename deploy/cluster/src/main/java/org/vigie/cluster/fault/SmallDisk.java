package org.vigie.cluster.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.cluster.process.SystemCommand;
import org.vigie.cluster.process.SystemCommand.CommandOutcome;

/**
 * Gives the state of one process a file system of its own in memory, which can be made full at any moment: its size becomes what it holds.
 *
 * @param folder of the state; what it holds is moved onto the file system, and back at the end
 */
record SmallDisk(Path folder) {
    private static final String ROOM = "2g";
    private static final long LEAST_BYTES = 4_096;
    private static final int TRIES = 50;

    /** Mounts the file system. @return why it cannot be mounted; empty when it is */
    Optional<String> mount() {
        if (isMounted()) {
            return Optional.empty();
        }
        Path before = beside(".before");
        move(folder, before);
        CommandOutcome mounted = SystemCommand.of(
                        "mount", "-t", "tmpfs", "-o", "size=" + ROOM, "vigie-small-disk", made().toString())
                .run();
        fetch(before);
        return mounted.isGood() ? Optional.empty() : Optional.of(mounted.output());
    }

    /** Makes the file system full: no file can grow and none can be made. */
    void fill() {
        for (int times = 0; times < TRIES; times++) {
            if (resize(Long.toString(Math.max(LEAST_BYTES, usedBytes())))) {
                return;
            }
        }
        throw new IllegalStateException(folder + " cannot be made full: its process writes too fast");
    }

    /** Gives the file system its room again. */
    void empty() {
        if (!resize(ROOM)) {
            throw new IllegalStateException(
                    folder + " cannot be given room again; unmount it with: umount -l " + folder);
        }
    }

    /** Moves what it holds into a usual folder, and unmounts it. */
    void unmount() {
        Path after = beside(".after");
        run("cp", "-a", folder + "/.", make(after).toString());
        run("umount", "-l", folder.toString());
        run("rm", "-r", folder.toString());
        move(after, folder);
    }

    private boolean isMounted() {
        return SystemCommand.of("mountpoint", "-q", folder.toString()).run().isGood();
    }

    private boolean resize(String size) {
        return SystemCommand.of("mount", "-o", "remount,size=" + size, folder.toString())
                .run()
                .isGood();
    }

    private long usedBytes() {
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The size of " + folder + " cannot be read", e);
        }
    }

    private void fetch(Path before) {
        run("cp", "-a", before + "/.", folder.toString());
        run("rm", "-r", before.toString());
    }

    private Path beside(String ending) {
        return folder.resolveSibling(folder.getFileName() + ending);
    }

    private Path made() {
        return make(folder);
    }

    private static Path make(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be made", e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(from + " cannot be moved to " + to, e);
        }
    }

    private static void run(String... words) {
        CommandOutcome outcome = SystemCommand.of(words).run();
        if (!outcome.isGood()) {
            throw new IllegalStateException(String.join(" ", words) + " failed: " + outcome.output());
        }
    }
}

package org.vigie.local.stopped;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a second folder of a broker's records. Segments that the broker never writes again are the same files under a second name; all
 * others are copied, so that nothing of the first folder changes.
 *
 * @param from folder of the stopped broker
 * @param to folder that is made
 */
record LinkedBrokerFiles(Path from, Path to) {
    private static final String LOCK = "vigie.lock";
    private static final String SEGMENT = ".log";

    /** @throws IllegalArgumentException when there is no broker's folder, or a broker runs on it */
    void make() throws IOException {
        if (!Files.isDirectory(from)) {
            throw new IllegalArgumentException(
                    "--data-dir: must be the data directory of a ward, with a folder broker, was " + from.getParent());
        }
        FileChannel holder = lock();
        try {
            makeFiles();
        } finally {
            holder.close();
        }
    }

    private void makeFiles() throws IOException {
        var points = RecoveryPoints.in(from);
        for (Path file : files()) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            if (isFinished(file, points)) {
                link(file, target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    /** Holds the lock of the broker's folder while the files are linked. */
    private FileChannel lock() throws IOException {
        FileChannel holder = FileChannel.open(from.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (holder.tryLock() != null) {
                return holder;
            }
        } catch (OverlappingFileLockException heldInThisJvm) {
            // The message below says it.
        }
        holder.close();
        throw new IllegalArgumentException("--data-dir: " + from.getParent()
                + " is in use by a running ward; stop it, or replay its topics without --data-dir");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(LOCK))
                    .toList();
        }
    }

    /** Returns true for a segment of records that are all before the broker's recovery point, because a later segment begins there. */
    private static boolean isFinished(Path file, RecoveryPoints points) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(SEGMENT)) {
            return false;
        }
        try (Stream<Path> beside = Files.list(file.getParent())) {
            return beside.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(SEGMENT))
                    .mapToLong(LinkedBrokerFiles::offset)
                    .anyMatch(next -> next > offset(name) && points.isBefore(file.getParent(), next));
        }
    }

    /** Returns the first offset of a segment, which its name gives. */
    private static long offset(String name) {
        return Long.parseLong(name.substring(0, name.length() - SEGMENT.length()));
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException otherDisk) {
            Files.copy(file, target);
        }
    }
}

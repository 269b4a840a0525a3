package org.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Checks what a ward needs before any part starts, so that a refusal is one sentence and not a stack trace.
 *
 * @param dataDir everything that the ward keeps
 * @param meminfo Linux's {@code /proc/meminfo}
 * @param cgroup folder with a container's {@code memory.max} and {@code memory.current}; a file that is missing is not checked
 */
record PreflightChecks(Path dataDir, WardPorts ports, Path meminfo, Path cgroup) {
    /** Resident memory of the whole ward with 24 beds, 1.5 GiB as docs/benchmarks.md shows, and half a GiB for its files in memory. */
    static final long NEEDED_MIB = 2 * 1024;

    static final long NEEDED_DISK_MIB = 2 * 1024;

    static PreflightChecks of(LocalWardConfig plan) {
        return new PreflightChecks(plan.dataDir(), plan.ports(), Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
    }

    /**
     * Checks memory, data directory, disk and ports, in this order.
     *
     * @return the lock on the data directory; it holds as long as it is open
     * @throws WardStartException when one does not suffice
     */
    FileLock run() {
        checkMemory();
        FileLock lock = lock();
        try {
            checkDisk();
            checkPorts();
            return lock;
        } catch (WardStartException e) {
            close(lock);
            throw e;
        }
    }

    void makeDirectory() {
        try {
            new OwnersFolder(dataDir).make();
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    /** Locks the data directory for this process. */
    FileLock lock() {
        makeDirectory();
        try {
            var channel =
                    FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(null);
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw inUse(e);
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    private WardStartException cannotBeWritten(IOException cause) {
        return new WardStartException(
                "The data directory " + dataDir + " cannot be written (" + cause
                        + "); choose another one with --data-dir.",
                cause);
    }

    private WardStartException inUse(Throwable cause) {
        return new WardStartException(
                "The data directory " + dataDir
                        + " is in use by another ward; stop that one or choose another directory with --data-dir.",
                cause);
    }

    void checkPorts() {
        ports.byPart().forEach(PreflightChecks::checkPort);
    }

    private static void checkPort(String part, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new WardStartException(
                    "Port " + port + " for the " + part
                            + " is taken; stop what uses it or move all ports with --port-offset 100.",
                    e);
        }
    }

    void checkMemory() {
        new MemoryCheck(meminfo, cgroup).run(NEEDED_MIB);
    }

    /** Checks the free disk: a day of 24 beds takes some GB in the broker and the store. */
    void checkDisk() {
        try {
            long freeMib = Files.getFileStore(dataDir).getUsableSpace() >> 20;
            if (freeMib < NEEDED_DISK_MIB) {
                throw new WardStartException("The ward needs " + NEEDED_DISK_MIB + " MiB of free disk, " + dataDir
                        + " has " + freeMib + " MiB; free some or choose another place with --data-dir.");
            }
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    private static void close(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the data directory", e);
        }
    }
}

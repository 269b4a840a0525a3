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
import java.util.List;
import java.util.OptionalLong;

/** What is checked before anything is started, so that a refusal is one sentence and not a stack trace. */
final class PreflightChecks {
    /** What the whole ward takes, resident. */
    static final long NEEDED_MIB = 3 * 1024;

    static final long NEEDED_DISK_MIB = 2 * 1024;

    private PreflightChecks() {}

    static void makeDirectory(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
        } catch (IOException e) {
            throw cannotBeWritten(dataDir, e);
        }
    }

    /** Holds the data directory for this process as long as the lock is open. */
    static FileLock lock(Path dataDir) {
        makeDirectory(dataDir);
        try {
            var channel =
                    FileChannel.open(dataDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            throw inUse(dataDir, e);
        } catch (IOException e) {
            throw cannotBeWritten(dataDir, e);
        }
        throw inUse(dataDir, null);
    }

    private static WardStartException cannotBeWritten(Path dataDir, IOException cause) {
        return new WardStartException(
                "The data directory " + dataDir + " cannot be written (" + cause
                        + "); choose another one with --data-dir.",
                cause);
    }

    private static WardStartException inUse(Path dataDir, Throwable cause) {
        return new WardStartException(
                "The data directory " + dataDir
                        + " is in use by another ward; stop that one or choose another directory with --data-dir.",
                cause);
    }

    static void checkPorts(WardPorts ports) {
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

    static void checkMemory() {
        checkMemory(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
    }

    /**
     * @param meminfo Linux's {@code /proc/meminfo}
     * @param cgroup folder with a container's {@code memory.max} and {@code memory.current}; what is missing is not checked
     */
    static void checkMemory(Path meminfo, Path cgroup) {
        memAvailable(meminfo).ifPresent(PreflightChecks::requireMemory);
        OptionalLong limit = number(cgroup.resolve("memory.max"));
        OptionalLong used = number(cgroup.resolve("memory.current"));
        if (limit.isPresent() && used.isPresent()) {
            requireMemory((limit.getAsLong() - used.getAsLong()) >> 20);
        }
    }

    private static OptionalLong memAvailable(Path meminfo) {
        return lines(meminfo).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    /** Empty when there is no such file, or it says {@code max}. */
    private static OptionalLong number(Path file) {
        return lines(file).stream()
                .filter(line -> line.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireMemory(long availableMib) {
        if (availableMib < NEEDED_MIB) {
            refuseMemory(availableMib);
        }
    }

    /** A day of 24 beds takes some GB in the broker and the store. */
    static void checkDisk(Path dataDir) {
        try {
            long freeMib = Files.getFileStore(dataDir).getUsableSpace() >> 20;
            if (freeMib < NEEDED_DISK_MIB) {
                throw new WardStartException("The ward needs " + NEEDED_DISK_MIB + " MiB of free disk, " + dataDir
                        + " has " + freeMib + " MiB; free some or choose another place with --data-dir.");
            }
        } catch (IOException e) {
            throw cannotBeWritten(dataDir, e);
        }
    }

    private static void refuseMemory(long availableMib) {
        throw new WardStartException("The ward needs " + NEEDED_MIB + " MiB of free memory, this machine has "
                + availableMib + " MiB; close something or use a larger machine.");
    }
}

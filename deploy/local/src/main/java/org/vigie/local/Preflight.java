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
import java.util.stream.Stream;

/** What is checked before anything is started, so that a refusal is one sentence and not a stack trace. */
final class Preflight {
    /** What the whole ward takes, resident. */
    static final long NEEDED_MIB = 3 * 1024;

    private Preflight() {}

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

    private static CannotStart cannotBeWritten(Path dataDir, IOException cause) {
        return new CannotStart(
                "The data directory " + dataDir + " cannot be written (" + cause
                        + "); choose another one with --data-dir.",
                cause);
    }

    private static CannotStart inUse(Path dataDir, Throwable cause) {
        return new CannotStart(
                "The data directory " + dataDir
                        + " is in use by another ward; stop that one or choose another directory with --data-dir.",
                cause);
    }

    static void checkPorts(Ports ports) {
        ports.byPart().forEach(Preflight::checkPort);
    }

    private static void checkPort(String part, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port " + port + " for the " + part
                            + " is taken; stop what uses it or move all ports with --port-offset 100.",
                    e);
        }
    }

    static void checkMemory() {
        checkMemory(Path.of("/proc/meminfo"));
    }

    /** @param meminfo Linux's {@code /proc/meminfo}; where it is missing nothing is checked */
    static void checkMemory(Path meminfo) {
        if (!Files.isReadable(meminfo)) {
            return;
        }
        try (Stream<String> lines = Files.lines(meminfo)) {
            lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .filter(available -> available < NEEDED_MIB)
                    .forEach(Preflight::refuseMemory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseMemory(long availableMib) {
        throw new CannotStart("The ward needs " + NEEDED_MIB + " MiB of free memory, this machine has " + availableMib
                + " MiB; close something or use a larger machine.");
    }
}

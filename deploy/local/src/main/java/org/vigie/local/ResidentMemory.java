package org.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the resident memory of a process.
 *
 * @param status Linux's {@code /proc/PID/status}
 */
public record ResidentMemory(Path status) {
    /** Measures another process. */
    public static ResidentMemory of(long pid) {
        return new ResidentMemory(Path.of("/proc", Long.toString(pid), "status"));
    }

    public static ResidentMemory ofThisProcess() {
        return new ResidentMemory(Path.of("/proc/self/status"));
    }

    /** Returns the resident memory in MiB, or 0 on a system without such a file. */
    public long mib() {
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + status, e);
        }
    }
}

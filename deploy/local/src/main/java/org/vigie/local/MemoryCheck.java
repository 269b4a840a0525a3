package org.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Checks that a machine and its container have enough free memory.
 *
 * @param meminfo Linux's {@code /proc/meminfo}
 * @param cgroup folder with a container's {@code memory.max} and {@code memory.current}; a file that is missing is not checked
 */
record MemoryCheck(Path meminfo, Path cgroup) {
    /** @throws WardStartException when the machine or the container has less than {@code neededMib} free */
    void run(long neededMib) {
        memAvailable().ifPresent(available -> require(neededMib, available));
        OptionalLong limit = number(cgroup.resolve("memory.max"));
        OptionalLong used = number(cgroup.resolve("memory.current"));
        if (limit.isPresent() && used.isPresent()) {
            require(neededMib, (limit.getAsLong() - used.getAsLong()) >> 20);
        }
    }

    private OptionalLong memAvailable() {
        return lines(meminfo).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    /** Returns the number in the file; empty when there is no file or its text is {@code max}. */
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

    private static void require(long neededMib, long availableMib) {
        if (availableMib < neededMib) {
            throw new WardStartException("The ward needs " + neededMib + " MiB of free memory, this machine has "
                    + availableMib + " MiB; close something or use a larger machine.");
        }
    }
}

package org.vigie.local.stopped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds the offset of each partition up to which the broker has flushed its records. It never writes before it again.
 *
 * @param byFolder offset by the name of the partition's folder, such as {@code vigie.ward.observations.raw-0}
 */
record RecoveryPoints(Map<String, Long> byFolder) {
    private static final String FILE = "recovery-point-offset-checkpoint";

    RecoveryPoints {
        byFolder = Map.copyOf(byFolder);
    }

    /** Reads those of a broker; none when it never stored them. */
    static RecoveryPoints in(Path broker) throws IOException {
        Path file = broker.resolve(FILE);
        Map<String, Long> points = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", -1);
                if (words.length == 3) {
                    points.put(words[0] + "-" + words[1], Long.parseLong(words[2]));
                }
            }
        }
        return new RecoveryPoints(points);
    }

    /** Returns true when an offset of a partition is at most its recovery point. */
    boolean isBefore(Path partition, long offset) {
        return offset <= byFolder.getOrDefault(partition.getFileName().toString(), -1L);
    }
}

package org.vigie.cluster.comparison;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * Reads and writes the position up to which a simulator has played its ward.
 *
 * @param folder of the simulator's state
 */
record SimulatorPosition(Path folder) {
    private static final String FILE = "bookmark.properties";
    private static final String LIVE = "liveFrom";
    private static final String LAST = "playedUntil";

    /** Returns the instant at which the ward went live. */
    Instant live() {
        return Instant.parse(read().getProperty(LIVE));
    }

    /** Returns the time of the last record. */
    Instant last() {
        return Instant.parse(read().getProperty(LAST));
    }

    /**
     * Writes the position of the same ward before its first record. A simulator that starts there plays the same patients at the same times,
     * because the noise of a patient depends on the time.
     *
     * @param past how much of each bed's past is sent first
     */
    void writeBeginning(SimulatorPosition other, Duration past) {
        Properties beginning = read();
        beginning.keySet().removeIf(key -> key.toString().startsWith("offset."));
        beginning.setProperty(LAST, live().minus(past).minusSeconds(1).toString());
        try {
            Files.createDirectories(other.folder());
            try (Writer file = Files.newBufferedWriter(other.folder().resolve(FILE))) {
                beginning.store(file, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The position of the simulator cannot be written to " + other.folder(), e);
        }
    }

    private Properties read() {
        var properties = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("The position of the simulator in " + folder + " cannot be read", e);
        }
    }
}

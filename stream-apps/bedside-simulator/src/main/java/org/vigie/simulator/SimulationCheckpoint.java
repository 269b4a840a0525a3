package org.vigie.simulator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Holds the position up to which a ward was played: every record due up to {@code playedUntil} is in the topics.
 *
 * <p>After a kill, later records may stand in the raw topic from {@code offsets} on.
 *
 * @param identity the settings that identify the ward
 * @param beds number of beds with a patient at this time
 * @param offsets next offset of each partition of the raw topic
 */
record SimulationCheckpoint(
        String identity,
        int beds,
        Instant liveFrom,
        SimulatedWardClock clock,
        Instant playedUntil,
        Map<Integer, Long> offsets) {
    private static final String FILE = "bookmark.properties";
    private static final String OFFSET = "offset.";

    /** Returns the checkpoint of a ward that begins now. */
    static SimulationCheckpoint begun(SimulatorConfig config, Instant wall) {
        SimulatedWardClock clock = SimulatedWardClock.startingAt(wall, config.speed());
        Instant liveFrom = clock.ward().truncatedTo(ChronoUnit.SECONDS);
        Instant start = config.plan(liveFrom).start();
        return new SimulationCheckpoint(
                config.identity(), config.beds(), liveFrom, clock, start.minusSeconds(1), new TreeMap<>());
    }

    /**
     * Returns this checkpoint for a ward that continues with {@code config}.
     *
     * @throws IllegalStateException when {@code config} describes another ward
     */
    SimulationCheckpoint resumed(SimulatorConfig config, Instant wall) {
        if (!identity.equals(config.identity())) {
            throw new IllegalStateException("stateDir: " + config.stateDir() + " holds the ward '" + identity
                    + "', not '" + config.identity() + "': start with the same options or on another data directory");
        }
        return new SimulationCheckpoint(identity, beds, liveFrom, clock.at(wall, config.speed()), playedUntil, offsets);
    }

    SimulationCheckpoint movedTo(Instant until, int withBeds, Map<Integer, Long> nextOffsets) {
        return new SimulationCheckpoint(identity, withBeds, liveFrom, clock, until, nextOffsets);
    }

    /** @return empty when the directory holds no checkpoint */
    static Optional<SimulationCheckpoint> read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Optional.of(of(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "stateDir: " + file + " is damaged; move it away to begin another ward on these topics", e);
        }
    }

    private static SimulationCheckpoint of(Properties properties) {
        Map<Integer, Long> offsets = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(OFFSET)) {
                offsets.put(Integer.valueOf(key.substring(OFFSET.length())), Long.valueOf(properties.getProperty(key)));
            }
        }
        return new SimulationCheckpoint(
                Objects.requireNonNull(properties.getProperty("identity"), "identity"),
                Integer.parseInt(properties.getProperty("beds")),
                instant(properties, "liveFrom"),
                new SimulatedWardClock(
                        instant(properties, "clock.wall"),
                        instant(properties, "clock.ward"),
                        Double.parseDouble(properties.getProperty("clock.speed"))),
                instant(properties, "playedUntil"),
                offsets);
    }

    private static Instant instant(Properties properties, String key) {
        return Instant.parse(properties.getProperty(key));
    }

    /** Replaces the checkpoint file in one atomic step. */
    void write(Path directory) {
        var properties = new Properties();
        properties.setProperty("identity", identity);
        properties.setProperty("beds", Integer.toString(beds));
        properties.setProperty("liveFrom", liveFrom.toString());
        properties.setProperty("clock.wall", clock.wall().toString());
        properties.setProperty("clock.ward", clock.ward().toString());
        properties.setProperty("clock.speed", Double.toString(clock.speed()));
        properties.setProperty("playedUntil", playedUntil.toString());
        offsets.forEach((partition, offset) -> properties.setProperty(OFFSET + partition, offset.toString()));
        try {
            Files.createDirectories(directory);
            Path fresh = directory.resolve(FILE + ".new");
            try (Writer out = Files.newBufferedWriter(fresh)) {
                properties.store(out, null);
            }
            Files.move(
                    fresh,
                    directory.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

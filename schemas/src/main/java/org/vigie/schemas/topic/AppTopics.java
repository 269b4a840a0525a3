package org.vigie.schemas.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Lists the topics that one app reads and writes. {@code app-topics.csv} holds them.
 *
 * @param app name of the app: {@code vitals-streams}
 * @param reads topics without the namespace: {@code observations.raw}
 * @param writes topics without the namespace
 */
public record AppTopics(String app, List<String> reads, List<String> writes) {
    private static final String TABLE = "app-topics.csv";

    public AppTopics {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** Returns every app that connects to the broker. */
    public static List<AppTopics> all() {
        try (InputStream table = Objects.requireNonNull(AppTopics.class.getResourceAsStream(TABLE), TABLE)) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(AppTopics::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    private static AppTopics parse(String line) {
        String[] cells = line.split(",", -1);
        return new AppTopics(cells[0], words(cells[1]), words(cells[2]));
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }
}

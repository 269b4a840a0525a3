package org.vigie.replay.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.topic.Topic;

/**
 * Names the files of an archive: {@code TOPIC/day=DAY/unit=UNIT/records.avro}, or {@code records.parquet}.
 *
 * @param path of the archive
 */
public record ArchiveFolder(Path path) {
    /** Returns the name of a topic without its namespace: {@code observations.clean}. */
    static String shortName(Topic<?> topic) {
        return topic.name().split("\\.", 3)[2];
    }

    /** Returns the folder of one day of a topic. */
    public Path day(Topic<?> topic, LocalDate day) {
        return path.resolve(shortName(topic)).resolve("day=" + day);
    }

    /** Returns the files of a topic in a period, day by day; those of a day are by unit. */
    List<ArchiveDay> days(Topic<?> topic, PartitionPeriod period) {
        LocalDate first = LocalDate.ofInstant(period.from(), ZoneOffset.UTC);
        Instant end = period.to().minus(Duration.ofMillis(1));
        return first.datesUntil(LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(1))
                .map(day -> new ArchiveDay(day, files(day(topic, day))))
                .filter(day -> !day.files().isEmpty())
                .toList();
    }

    private static List<Path> files(Path day) {
        if (!Files.isDirectory(day)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(day)) {
            return files.filter(file -> file.getFileName().toString().startsWith("records."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + day + " cannot be read", e);
        }
    }

    /** Holds the files of one day of a topic. */
    record ArchiveDay(LocalDate day, List<Path> files) {
        /** Returns the first instant of the day. */
        Instant begin() {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}

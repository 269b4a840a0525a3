package org.vigie.replay.ward;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.replay.compare.ComparisonResult;

/**
 * Holds what a replay did.
 *
 * @param namespace in which the results lie
 * @param read number of records of the ward
 * @param unreadable records that could not be decoded
 * @param written number of records by topic, without the prefix of the namespace
 * @param replayed recorded time from the first record that was read to the last one
 * @param took time that the replay needed
 * @param comparison with the records of the ward, when it was asked for
 */
public record ReplayResult(
        String namespace,
        long read,
        long unreadable,
        Map<String, Long> written,
        Duration replayed,
        Duration took,
        Optional<ComparisonResult> comparison) {
    public ReplayResult {
        written = Map.copyOf(written);
    }

    /** Returns how many times faster than the ward the replay was. */
    public double timesRealTime() {
        return (double) replayed.toMillis() / Math.max(1, took.toMillis());
    }

    /** Returns the figures by the names of the JSON answer. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("namespace", namespace);
        figures.put("records_read", read);
        figures.put("records_unreadable", unreadable);
        figures.put("records_written", new TreeMap<>(written));
        figures.put("replayed_seconds", replayed.toSeconds());
        figures.put("took_seconds", took.toMillis() / 1_000.0);
        figures.put("times_real_time", timesRealTime());
        comparison.ifPresent(result -> figures.put("comparison", result.figures()));
        return figures;
    }

    /** Returns true when a comparison was asked for and found a difference. */
    boolean differs() {
        return comparison.filter(result -> !result.isEqual()).isPresent();
    }

    @Override
    public String toString() {
        String topics = new TreeMap<>(written)
                .entrySet().stream()
                        .map(each -> "  %-22s %,10d".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining("\n"));
        return "%s: %s of the ward in %.1f s, %.0f times real time; %,d records read, %d unreadable%n%s"
                        .formatted(
                                namespace,
                                replayed.truncatedTo(ChronoUnit.SECONDS),
                                took.toMillis() / 1_000.0,
                                timesRealTime(),
                                read,
                                unreadable,
                                topics)
                + comparison.map(result -> System.lineSeparator() + result).orElse("");
    }
}

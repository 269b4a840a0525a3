package org.vigie.station.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.station.ward.WardReader;

/**
 * Makes the ids of events, which a browser repeats as {@code Last-Event-ID}: {@code <series>-<number>}. Each reader has a series of its own, and
 * each start of the station has new ones, so that nobody goes on with the ward that somebody else saw.
 */
final class SseEventIds {
    private final Map<WardReader, String> series = new ConcurrentHashMap<>();

    /** Returns the id of an event as a reader gets it. */
    String of(WardReader reader, long number) {
        return seriesOf(reader) + "-" + number;
    }

    /** Returns the number of the last event that a reader received; empty when the id is no id of this reader. */
    Optional<Long> number(WardReader reader, String id) {
        String prefix = seriesOf(reader) + "-";
        return Optional.of(id)
                .filter(given -> given.startsWith(prefix))
                .map(given -> given.substring(prefix.length()))
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private String seriesOf(WardReader reader) {
        return series.computeIfAbsent(
                reader, any -> UUID.randomUUID().toString().substring(0, 8));
    }
}

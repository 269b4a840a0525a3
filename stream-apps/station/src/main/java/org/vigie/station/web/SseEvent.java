package org.vigie.station.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vigie.access.UnitScope;
import org.vigie.station.ward.WardReader;

/**
 * Holds one server-sent event, as each reader may see it. Two events of one name are never the same.
 *
 * <p>Its data is JSON on one line. It is written once for each reader.
 */
final class SseEvent {
    /** Stands for a snapshot of the moment at which it is sent. */
    static final SseEvent SNAPSHOT = new SseEvent("snapshot", reader -> Optional.of(""));

    private final String name;
    private final Function<WardReader, Optional<String>> data;
    private final Map<WardReader, Optional<String>> written = new ConcurrentHashMap<>();

    private SseEvent(String name, Function<WardReader, Optional<String>> data) {
        this.name = name;
        this.data = data;
    }

    /** Returns an event about one bed, which only those who may see its unit receive. */
    static SseEvent ofBed(String name, String bed, String data) {
        return ofBed(name, bed, reader -> data);
    }

    /** Returns an event about one bed that readers may see differently. */
    static SseEvent ofBed(String name, String bed, Function<WardReader, String> data) {
        return new SseEvent(
                name,
                reader -> Optional.of(reader)
                        .filter(any -> reader.scope().coversBed(bed))
                        .map(data));
    }

    /** Returns an event about the ward, of which each scope sees its part. */
    static SseEvent ofWard(String name, Function<UnitScope, String> data) {
        return new SseEvent(name, reader -> Optional.of(data.apply(reader.scope())));
    }

    /** Returns {@code snapshot}, {@code bed}, {@code alert} or {@code pulse}. */
    String name() {
        return name;
    }

    /** Returns the data for this reader; empty when the event concerns none of the reader's units. */
    Optional<String> data(WardReader reader) {
        return written.computeIfAbsent(reader, data);
    }
}

package org.vigie.station.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vigie.access.UnitScope;

/**
 * Holds one server-sent event, as each scope of units may see it. Two events of one name are never the same.
 *
 * <p>Its data is JSON on one line. It is written once for each scope.
 */
final class SseEvent {
    /** Stands for a snapshot of the moment at which it is sent. */
    static final SseEvent SNAPSHOT = new SseEvent("snapshot", scope -> Optional.of(""));

    private final String name;
    private final Function<UnitScope, Optional<String>> data;
    private final Map<UnitScope, Optional<String>> written = new ConcurrentHashMap<>();

    private SseEvent(String name, Function<UnitScope, Optional<String>> data) {
        this.name = name;
        this.data = data;
    }

    /** Returns an event about one bed, which only those who may see its unit receive. */
    static SseEvent ofBed(String name, String bed, String data) {
        return new SseEvent(name, scope -> Optional.of(data).filter(text -> scope.coversBed(bed)));
    }

    /** Returns an event about the ward, of which each scope sees its part. */
    static SseEvent ofWard(String name, Function<UnitScope, String> data) {
        return new SseEvent(name, scope -> Optional.of(data.apply(scope)));
    }

    /** Returns {@code snapshot}, {@code bed}, {@code alert} or {@code pulse}. */
    String name() {
        return name;
    }

    /** Returns the data for this scope; empty when the event concerns none of its units. */
    Optional<String> data(UnitScope scope) {
        return written.computeIfAbsent(scope, data);
    }
}

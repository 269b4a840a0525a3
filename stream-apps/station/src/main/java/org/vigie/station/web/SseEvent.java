package org.vigie.station.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.vigie.access.UnitScope;
import org.vigie.station.ward.WardReader;

/**
 * Holds one server-sent event, as each reader may see it. Two events of one name are never the same.
 *
 * <p>Its data is JSON on one line. It is written once for all readers who see the same, and only when one of them listens.
 */
final class SseEvent {
    /** Stands for a snapshot of the moment at which it is sent. */
    static final SseEvent SNAPSHOT = new SseEvent("snapshot", "", Optional::of, reader -> "");

    private final String name;
    private final String subject;
    private final Function<WardReader, Optional<WardReader>> sight;
    private final Function<WardReader, String> data;
    private final Map<WardReader, String> written = new ConcurrentHashMap<>();

    /**
     * @param subject what the event is about; a newer event of the same name and subject replaces it
     * @param sight the reader as whom somebody sees the event; empty for nobody
     */
    private SseEvent(
            String name,
            String subject,
            Function<WardReader, Optional<WardReader>> sight,
            Function<WardReader, String> data) {
        this.name = name;
        this.subject = subject;
        this.sight = sight;
        this.data = data;
    }

    /** Returns an event about one alarm, which only those who may see the unit of its bed receive. */
    static SseEvent ofAlert(String alert, String bed, Supplier<String> data) {
        return new SseEvent(
                "alert", alert, reader -> covered(bed, reader, any -> WardReader.withoutName()), reader -> data.get());
    }

    /**
     * Returns an event about one bed, which only those who may see its unit receive.
     *
     * @param seenAs the reader as whom each reader sees the bed
     */
    static SseEvent ofBed(String bed, UnaryOperator<WardReader> seenAs, Function<WardReader, String> data) {
        return new SseEvent("bed", bed, reader -> covered(bed, reader, seenAs), data);
    }

    /** Returns the heartbeat, of which each scope sees its part. */
    static SseEvent pulse(Function<UnitScope, String> data) {
        return new SseEvent(
                "pulse",
                "",
                reader -> Optional.of(new WardReader(reader.scope(), "")),
                reader -> data.apply(reader.scope()));
    }

    private static Optional<WardReader> covered(String bed, WardReader reader, UnaryOperator<WardReader> seenAs) {
        return Optional.of(reader).filter(any -> reader.scope().coversBed(bed)).map(seenAs);
    }

    /** Returns {@code snapshot}, {@code bed}, {@code alert} or {@code pulse}. */
    String name() {
        return name;
    }

    /** Returns what a newer event replaces. */
    String key() {
        return name + " " + subject;
    }

    /** Returns the data for this reader; empty when the event concerns none of the reader's units. */
    Optional<String> data(WardReader reader) {
        return sight.apply(reader).map(as -> written.computeIfAbsent(as, data));
    }
}

package org.vigie.station.web;

import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.station.ward.WardReader;

/** Writes events to one browser: all that wait at once, with one flush. */
final class SseEventWriter {
    private final SseClient client;
    private final SseEventIds ids;
    private final Function<WardReader, String> snapshot;

    /** @param snapshot the ward at the moment of asking, as JSON */
    SseEventWriter(SseClient client, SseEventIds ids, Function<WardReader, String> snapshot) {
        this.client = client;
        this.ids = ids;
        this.snapshot = snapshot;
    }

    /** Writes what this reader may see of the events. @throws IOException when the browser is gone */
    void write(List<NumberedSseEvent> events, WardReader reader) throws IOException {
        var text = new StringBuilder();
        events.forEach(event -> data(event.event(), reader).ifPresent(data -> append(text, event, reader, data)));
        if (!text.isEmpty()) {
            client.ctx().res().getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            client.ctx().res().flushBuffer();
        }
    }

    private Optional<String> data(SseEvent event, WardReader reader) {
        return event == SseEvent.SNAPSHOT ? Optional.of(snapshot.apply(reader)) : event.data(reader);
    }

    private void append(StringBuilder text, NumberedSseEvent event, WardReader reader, String data) {
        text.append("id: ").append(ids.of(reader, event.number())).append("\nevent: ");
        text.append(event.event().name()).append("\ndata: ").append(data).append("\n\n");
    }
}

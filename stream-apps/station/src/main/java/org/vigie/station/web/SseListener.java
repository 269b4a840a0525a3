package org.vigie.station.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.station.login.RequestCredentials;
import org.vigie.station.ward.WardReader;

/**
 * Holds one open event stream.
 *
 * @param number place in the order of joining
 * @param credentials what the request brought; they are checked again at each event
 * @param reader for whom the page was filled and the waiting events were chosen
 * @param queue events that wait for the browser
 */
record SseListener(
        long number, RequestCredentials credentials, AtomicReference<WardReader> reader, SseClientQueue queue) {
    /** @param reader who asked for the stream */
    static SseListener of(long number, RequestCredentials credentials, WardReader reader, SseClientQueue queue) {
        return new SseListener(number, credentials, new AtomicReference<>(reader), queue);
    }

    String viewer() {
        return credentials.viewer();
    }

    /** Returns what the present reader gets: the events that wait, or the snapshot when another reader asked for them. */
    List<NumberedSseEvent> sendable(WardReader present, List<NumberedSseEvent> waiting, NumberedSseEvent snapshot) {
        return present.equals(reader.getAndSet(present)) ? waiting : List.of(snapshot);
    }
}

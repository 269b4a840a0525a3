package org.vigie.station.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.station.login.RequestCredentials;
import org.vigie.station.ward.WardReader;

/**
 * Holds one open event stream.
 *
 * @param number place in the order of joining
 * @param viewer under whom the open streams are counted: a session, or the user of a token or a proxy
 * @param credentials what the request brought; they are checked again at each event
 * @param reader for whom the page was filled and the waiting events were chosen
 * @param queue events that wait for the browser
 */
record SseListener(
        long number,
        String viewer,
        RequestCredentials credentials,
        AtomicReference<WardReader> reader,
        SseClientQueue queue) {
    /** @param asking who asked for the stream */
    static SseListener of(long number, RequestPrincipal asking, SseClientQueue queue) {
        return new SseListener(
                number, asking.viewer(), asking.credentials(), new AtomicReference<>(asking.reader()), queue);
    }

    /** Returns what the present reader gets: the events that wait, or the snapshot when another reader asked for them. */
    List<NumberedSseEvent> sendable(WardReader present, List<NumberedSseEvent> waiting, NumberedSseEvent snapshot) {
        return present.equals(reader.getAndSet(present)) ? waiting : List.of(snapshot);
    }
}

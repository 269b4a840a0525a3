package org.vigie.station.web;

/**
 * Holds one server-sent event.
 *
 * @param event {@code snapshot}, {@code bed}, {@code alert} or {@code pulse}
 * @param data JSON on one line
 */
record SseEvent(String event, String data) {
    /** Stands for a snapshot of the moment at which it is sent. */
    static final SseEvent SNAPSHOT = new SseEvent("snapshot", "");
}

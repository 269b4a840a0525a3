package org.vigie.station.web;

import org.vigie.station.login.RequestCredentials;

/**
 * Holds one open event stream.
 *
 * @param number place in the order of joining
 * @param credentials what the request brought; they are checked again at each event
 * @param queue events that wait for the browser
 */
record SseListener(long number, RequestCredentials credentials, SseClientQueue queue) {
    String viewer() {
        return credentials.viewer();
    }
}

package org.vigie.station.web;

import java.util.List;
import java.util.Set;
import org.vigie.http.RequestGuard;

/**
 * Configures where the page is served and which host names it answers to.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param allowedHosts names that users type for it beside loopback and the host's own address
 */
public record WebAddress(String host, int port, List<String> allowedHosts) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public WebAddress {
        allowedHosts = List.copyOf(allowedHosts);
        var unused = RequestGuard.of(host, allowedHosts);
    }

    public static WebAddress loopback(int port) {
        return new WebAddress("127.0.0.1", port, List.of());
    }

    /** Returns true when nobody outside this machine reaches the page. */
    public boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    /** Pages may be opened by a link from elsewhere: no GET request of the station changes anything. */
    RequestGuard guard() {
        return RequestGuard.of(host, allowedHosts).answeringLinks();
    }
}

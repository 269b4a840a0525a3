package org.vigie.station.web;

import java.util.List;
import java.util.Optional;
import org.vigie.http.ListenHost;
import org.vigie.http.RequestGuard;
import org.vigie.platform.tls.ServerTls;

/**
 * Configures where the page is served and which host names it answers to.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param allowedHosts names that users type for it beside loopback and the host's own address
 * @param tls certificate with which the page speaks HTTPS; empty for HTTP
 */
public record WebAddress(String host, int port, List<String> allowedHosts, Optional<ServerTls> tls) {
    public WebAddress {
        allowedHosts = List.copyOf(allowedHosts);
        var unused = RequestGuard.of(host, allowedHosts);
    }

    /** Creates the address of a page that speaks HTTP. */
    public WebAddress(String host, int port, List<String> allowedHosts) {
        this(host, port, allowedHosts, Optional.empty());
    }

    public static WebAddress loopback(int port) {
        return new WebAddress("127.0.0.1", port, List.of());
    }

    /** Returns true when nobody outside this machine reaches the page. */
    public boolean isLoopback() {
        return new ListenHost(host).isLoopback();
    }

    /** Returns the same address with HTTPS. */
    public WebAddress withTls(Optional<ServerTls> other) {
        return new WebAddress(host, port, allowedHosts, other);
    }

    /** Returns the scheme of the page's address. */
    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** Pages may be opened by a link from elsewhere: no GET request of the station changes anything. */
    RequestGuard guard() {
        return RequestGuard.of(host, allowedHosts).answeringLinks();
    }
}

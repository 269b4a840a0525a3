package org.vigie.http;

import java.util.Set;

/**
 * Holds the address that a server listens on.
 *
 * @param host name or address, {@code 127.0.0.1}
 */
public record ListenHost(String host) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    /** Returns true when nobody outside this machine reaches the server. */
    public boolean isLoopback() {
        return LOOPBACK.contains(host);
    }
}

package org.vigie.registry;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.vigie.http.ListenHost;
import org.vigie.http.RequestGuard;
import org.vigie.http.TlsListenerContext;

/**
 * Holds where the registry listens.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param allowedHosts names that clients use for it beside loopback and {@code host}
 * @param tls certificate with which it speaks HTTPS; empty for HTTP
 */
public record RegistryAddress(String host, int port, List<String> allowedHosts, Optional<TlsListenerContext> tls) {
    /** @throws IllegalArgumentException when others than this machine would reach it without TLS */
    public RegistryAddress {
        if (tls.isEmpty() && !new ListenHost(host).isLoopback()) {
            throw new IllegalArgumentException(
                    "host: '" + host + "' is beyond loopback, where the registry needs a certificate; name"
                            + " tls.certificate and tls.privateKey, or tls.keyStore");
        }
        allowedHosts = List.copyOf(allowedHosts);
        var unused = RequestGuard.of(host, allowedHosts);
    }

    /** Returns the address of a registry that only this machine reaches, over HTTP. */
    public static RegistryAddress loopback(int port) {
        return new RegistryAddress("127.0.0.1", port, List.of(), Optional.empty());
    }

    InetSocketAddress socket() {
        return new InetSocketAddress(host, port);
    }

    RequestGuard guard() {
        return RequestGuard.of(host, allowedHosts);
    }

    /** Returns the base address with the port that was bound, without a slash at the end. */
    String url(int bound) {
        return (tls.isPresent() ? "https://" : "http://") + host + ":" + bound;
    }
}

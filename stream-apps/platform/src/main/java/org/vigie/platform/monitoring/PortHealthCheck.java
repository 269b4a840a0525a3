package org.vigie.platform.monitoring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that a server takes connections, or one of several equal servers. */
public final class PortHealthCheck implements HealthCheck {
    private static final int TIMEOUT_MS = 2_000;

    private final String name;
    private final List<URI> addresses;

    /** @param address with a host; without a port the usual one of HTTP or HTTPS is meant */
    public PortHealthCheck(String name, URI address) {
        this(name, List.of(address));
    }

    /** @param addresses of equal servers; one of them suffices */
    public PortHealthCheck(String name, List<URI> addresses) {
        this.name = name;
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public HealthResult check() {
        for (URI address : addresses) {
            if (isOpen(address)) {
                return new HealthResult(true, address + " takes connections");
            }
        }
        String all = addresses.stream().map(URI::toString).collect(Collectors.joining(", "));
        return new HealthResult(false, all + " takes no connection");
    }

    private static boolean isOpen(URI address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port(address)), TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}

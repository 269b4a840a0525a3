package org.vigie.platform.monitoring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Checks that a server takes connections. */
public final class PortHealthCheck implements HealthCheck {
    private static final int TIMEOUT_MS = 2_000;

    private final String name;
    private final URI address;

    /** @param address with a host; without a port the usual one of HTTP or HTTPS is meant */
    public PortHealthCheck(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public HealthResult check() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port()), TIMEOUT_MS);
            return new HealthResult(true, address + " takes connections");
        } catch (IOException e) {
            return new HealthResult(false, address + " takes no connection");
        }
    }

    private int port() {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}

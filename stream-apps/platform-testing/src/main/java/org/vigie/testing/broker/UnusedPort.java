package org.vigie.testing.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names a port of loopback on which nobody listens, for a program that cannot choose one itself.
 *
 * <p>The port lies below those that the system gives to connections. A connection could take a port of that range before the program binds
 * it. Two tests that ask at once rarely get the same port, because each search begins at another number.
 *
 * @param number between {@value #FROM} and {@value #BELOW}
 */
public record UnusedPort(int number) {
    static final int FROM = 20_000;
    /** The lowest port that Linux gives to connections by default. */
    static final int BELOW = 32_768;

    /** @throws IllegalStateException when every port is taken */
    public static UnusedPort find() {
        int ports = BELOW - FROM;
        int first = ThreadLocalRandom.current().nextInt(ports);
        for (int i = 0; i < ports; i++) {
            var port = new UnusedPort(FROM + (first + i) % ports);
            if (port.isUnused()) {
                return port;
            }
        }
        throw new IllegalStateException("every port from " + FROM + " to " + BELOW + " is taken");
    }

    private boolean isUnused() {
        try (var socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + number + " cannot be tried", e);
        }
    }
}

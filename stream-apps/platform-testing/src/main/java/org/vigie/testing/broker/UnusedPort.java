package org.vigie.testing.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names a port of loopback on which no program listens, for a program that cannot choose one itself.
 *
 * <p>The port lies below those that the system gives to connections. A connection could take a port of that range before the program binds
 * it. A JVM never gets the same port twice until it has had all; two JVMs rarely get the same one, because each begins at another number.
 *
 * @param number between {@value #FROM} and {@value #BELOW}
 */
public record UnusedPort(int number) {
    /** Wards that tests start have fixed ports below it. */
    static final int FROM = 25_000;
    /** The lowest port that Linux gives to connections by default. */
    static final int BELOW = 32_768;

    private static final int PORTS = BELOW - FROM;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

    /** @throws IllegalStateException when every port is taken */
    public static UnusedPort find() {
        for (int i = 0; i < PORTS; i++) {
            var port = new UnusedPort(FROM + Math.floorMod(NEXT.getAndIncrement(), PORTS));
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

package org.vigie.cluster.process;

import java.net.InetAddress;
import java.net.ServerSocket;

/** Listens on a port of loopback until it is stopped: {@code ListenerMain PORT}. */
public final class ListenerMain {
    private ListenerMain() {}

    public static void main(String[] arguments) throws Exception {
        try (var socket = new ServerSocket(Integer.parseInt(arguments[0]), 5, InetAddress.getLoopbackAddress())) {
            System.out.println("listens on " + socket.getLocalPort());
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }
}

package org.vigie.cluster.process;

import java.net.InetAddress;
import java.net.ServerSocket;

/** Listens on a port of loopback until it is stopped, and prints a line for each connection before it closes it: {@code ListenerMain PORT}. */
public final class ListenerMain {
    private ListenerMain() {}

    public static void main(String[] arguments) throws Exception {
        try (var socket = new ServerSocket(Integer.parseInt(arguments[0]), 5, InetAddress.getLoopbackAddress())) {
            System.out.println("listens on " + socket.getLocalPort());
            for (int number = 1; !socket.isClosed(); number++) {
                try (var connection = socket.accept()) {
                    System.out.println("connection " + number + " of port " + connection.getPort());
                }
            }
        }
    }
}

package org.vigie.gateway.mllp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.tls.ServerTls;

/** Listens for MLLP connections. Each connection has one thread. */
public final class MllpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);
    private static final int BACKLOG = 256;
    private static final long STACK_BYTES = 256 << 10;
    private static final Duration CLOSE = Duration.ofSeconds(15);

    private final MllpConfig config;
    private final MllpReceiver receiver;
    private final Optional<ServerTls> certificate;
    private final ServerSocket server;
    private final Set<MllpConnection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = new Thread(this::accept, "mllp-accept");
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "mllp-sweep"));

    private MllpListener(MllpConfig config, MllpReceiver receiver, InstantSource clock) throws IOException {
        this.config = config;
        this.receiver = receiver;
        var sockets = MllpServerSocketFactory.of(config, clock);
        this.certificate = sockets.tls();
        this.server = sockets.open();
        server.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()), BACKLOG);
    }

    /**
     * Starts listening.
     *
     * @param clock says when the listener's certificate has ended
     * @throws IllegalStateException when the port is taken or the certificates cannot be read
     */
    public static MllpListener start(MllpConfig config, MllpReceiver receiver, InstantSource clock) {
        try {
            var listener = new MllpListener(config, receiver, clock);
            listener.acceptor.start();
            long every = Math.max(100, config.idle().toMillis() / 4);
            var unused = listener.sweeper.scheduleAtFixedRate(listener::sweep, every, every, TimeUnit.MILLISECONDS);
            return listener;
        } catch (IOException e) {
            throw new IllegalStateException("mllp: cannot listen on " + config.host() + ":" + config.port(), e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns the listener's certificate; empty when it does not speak TLS. */
    public Optional<ServerTls> certificate() {
        return certificate;
    }

    public int connections() {
        return connections.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("mllp: a connection could not be accepted: {}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        var connection = new MllpConnection(socket, config, receiver);
        if (connections.size() >= config.maxConnections()) {
            LOG.warn("mllp: more than {} connections, one is closed", config.maxConnections());
            connection.close();
            return;
        }
        connections.add(connection);
        Thread thread = new Thread(null, () -> run(connection), "mllp-" + socket.getPort(), STACK_BYTES);
        threads.add(thread);
        thread.start();
    }

    private void run(MllpConnection connection) {
        try {
            connection.run();
        } finally {
            connections.remove(connection);
            threads.remove(Thread.currentThread());
        }
    }

    private void sweep() {
        connections.stream()
                .filter(connection -> connection.isStuck(config.idle()))
                .forEach(MllpConnection::close);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Stops reading frames. Received frames are answered first where possible. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        try {
            server.close();
            connections.forEach(MllpConnection::close);
            acceptor.join(CLOSE.toMillis());
            for (Thread thread : threads) {
                thread.join(CLOSE.toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

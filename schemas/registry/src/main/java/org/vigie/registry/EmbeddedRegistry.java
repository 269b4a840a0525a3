package org.vigie.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The schema registry on loopback. Its schemas live in the broker and outlive it. */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final int ANY_BACKLOG = 0;
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;
    private final SchemaLog log;

    private EmbeddedRegistry(HttpServer server, ExecutorService threads, SchemaLog log) {
        this.server = server;
        this.threads = threads;
        this.log = log;
    }

    /**
     * Returns when it has read what it kept and takes requests.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException when the port is taken or {@code _schemas} cannot be read
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        HttpServer server = bind(port);
        var log = new SchemaLog(bootstrapServers);
        try {
            log.create();
            return serve(server, log);
        } catch (RegistryException e) {
            server.stop(0);
            log.close();
            throw new IllegalStateException("The registry cannot start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedRegistry serve(HttpServer server, SchemaLog log) {
        var registry = new Registry(log.read(), log);
        List<Route> routes = Stream.of(new RegistryApi(registry).routes(), new SettingsApi(registry).routes())
                .flatMap(List::stream)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::daemon);
        server.createContext("/", new RegistryHttp(routes)::handle);
        server.setExecutor(threads);
        server.start();
        return new EmbeddedRegistry(server, threads, log);
    }

    /** Base address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        log.close();
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANY_BACKLOG);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port
                            + " on 127.0.0.1 is taken: stop the program that listens there, or choose another port.",
                    e);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "registry");
        thread.setDaemon(true);
        return thread;
    }
}

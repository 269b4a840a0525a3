package org.vigie.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.vigie.http.HttpServerRequestGuard;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;

/** Serves a registry over HTTP, on loopback. */
final class RegistryServer implements AutoCloseable {
    private static final int DEFAULT_BACKLOG = 0;
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, RegistryServer::daemon);

    private RegistryServer(HttpServer server) {
        this.server = server;
    }

    /** Binds the port without answering requests yet. */
    static RegistryServer bind(int port) {
        try {
            return new RegistryServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), DEFAULT_BACKLOG));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port
                            + " on 127.0.0.1 is taken: stop the program that listens there, or choose another port.",
                    e);
        }
    }

    /** Returns every route of a registry. */
    static List<RegistryRoute> routes(SchemaRegistry registry) {
        return Stream.of(new RegistryApi(registry).routes(), new SettingsApi(registry).routes())
                .flatMap(List::stream)
                .toList();
    }

    void serve(SchemaRegistry registry, RegistryAccess access) {
        server.createContext("/", new RegistryHttpHandler(routes(registry), access)::handle)
                .getFilters()
                .add(new HttpServerRequestGuard(RequestGuard.loopback(), RegistryServer::refuse));
        server.setExecutor(threads);
        server.start();
    }

    private static void refuse(HttpExchange exchange, RefusedRequest refused) throws IOException {
        RegistryHttpHandler.send(exchange, refused.status(), new ErrorMessage(refused.status(), refused.reason()));
    }

    /** Returns the base address, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "registry");
        thread.setDaemon(true);
        return thread;
    }
}

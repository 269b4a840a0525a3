package org.vigie.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.vigie.http.HttpServerRequestGuard;
import org.vigie.http.HttpServerTimes;
import org.vigie.http.JdkHttpListener;
import org.vigie.http.RefusedRequest;

/** Serves a registry over HTTP or HTTPS. */
final class RegistryServer implements AutoCloseable {
    /** A slow client keeps one of them for 20 s at most ({@link HttpServerTimes}). */
    private static final int THREADS = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, RegistryServer::daemon);

    private final RegistryAddress address;

    private RegistryServer(HttpServer server, RegistryAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Binds the port without answering requests yet. */
    static RegistryServer bind(RegistryAddress address) {
        try {
            return new RegistryServer(new JdkHttpListener(address.socket(), address.tls()).bind(), address);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + address.port() + " on " + address.host()
                            + " is taken: stop the program that listens there, or choose another port.",
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
                .add(new HttpServerRequestGuard(address.guard(), RegistryServer::refuse));
        server.setExecutor(threads);
        server.start();
    }

    private static void refuse(HttpExchange exchange, RefusedRequest refused) throws IOException {
        RegistryHttpHandler.send(exchange, refused.status(), new ErrorMessage(refused.status(), refused.reason()));
    }

    /** Returns the base address, without a slash at the end. */
    String url() {
        return address.url(server.getAddress().getPort());
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

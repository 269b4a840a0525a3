package org.vigie.platform.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.http.HttpServerRequestGuard;
import org.vigie.http.JdkHttpListener;
import org.vigie.http.RefusedRequest;
import org.vigie.http.RequestGuard;
import org.vigie.http.TlsListenerContext;

/**
 * Serves the metrics and the health of the apps of this process.
 *
 * <pre>
 * GET /metrics        text format of Prometheus 0.0.4: metrics of the apps, of all Kafka clients and of the JVM
 * GET /health/live    200 or 503, with the checks that only a restart helps
 * GET /health/ready   200 or 503, with the checks of what the apps need for their work
 * GET /health         200 or 503, with both and those that only inform
 * </pre>
 */
public final class MonitoringServer implements AutoCloseable {
    private static final int THREADS = 4;
    private static final String TEXT = MetricsText.CONTENT_TYPE;
    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final MonitoringReply NO_SUCH_PATH = MonitoringReply.text(404, JSON, "{\"error\":\"no such path\"}");
    private static final MonitoringReply GET_ONLY = MonitoringReply.text(405, JSON, "{\"error\":\"GET only\"}");

    private final List<AppMonitor> apps = new CopyOnWriteArrayList<>();
    private final PrometheusRegistry process = new PrometheusRegistry();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, MonitoringServer::daemon);
    private final HttpServer server;
    private final String scheme;

    private MonitoringServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    /**
     * Starts to answer on loopback.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when the port is taken
     */
    public static MonitoringServer start(int port) {
        return start("127.0.0.1", port, Optional.empty());
    }

    /**
     * Starts to answer.
     *
     * @param port 0 for any free one
     * @param tls certificate of the server; empty for plain HTTP
     * @throws IllegalStateException when the port is taken
     */
    public static MonitoringServer start(String host, int port, Optional<TlsListenerContext> tls) {
        var listener = new JdkHttpListener(new InetSocketAddress(host, port), tls);
        try {
            var server = new MonitoringServer(listener.bind(), listener.scheme());
            server.serve(RequestGuard.of(host, List.of()));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "monitoring.port: cannot listen on " + host + ":" + port + ": " + e.getMessage()
                            + "; stop the program that listens there, or choose another port",
                    e);
        }
    }

    /** Adds an app to what is served. */
    public void add(AppMonitor app) {
        apps.add(app);
    }

    /** Returns the address of the server, without a path. */
    public URI address() {
        var address = server.getAddress();
        return URI.create(scheme + "://" + address.getHostString() + ":" + address.getPort());
    }

    private void serve(RequestGuard guard) {
        JvmMetrics.builder().register(process);
        process.register(new KafkaProcessMetrics());
        var filter = new HttpServerRequestGuard(guard, MonitoringServer::refuse);
        route("/metrics", filter, () -> MonitoringReply.text(200, TEXT, metrics()));
        route("/health", filter, () -> health(AppMonitor::checks));
        route("/health/live", filter, () -> health(AppMonitor::liveness));
        route("/health/ready", filter, () -> health(AppMonitor::readiness));
        server.createContext("/", exchange -> send(exchange, NO_SUCH_PATH))
                .getFilters()
                .add(filter);
        server.setExecutor(threads);
        server.start();
    }

    private static void refuse(HttpExchange exchange, RefusedRequest refusal) throws IOException {
        send(exchange, MonitoringReply.text(refusal.status(), PLAIN, refusal.reason()));
    }

    private void route(String path, HttpServerRequestGuard filter, MonitoringEndpoint endpoint) {
        server.createContext(path, exchange -> send(exchange, reply(path, exchange, endpoint)))
                .getFilters()
                .add(filter);
    }

    /** A context of the JDK's server also answers longer paths: only its own is served. */
    private static MonitoringReply reply(String path, HttpExchange exchange, MonitoringEndpoint endpoint) {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return NO_SUCH_PATH;
        }
        return exchange.getRequestMethod().equals("GET") ? endpoint.reply() : GET_ONLY;
    }

    private MonitoringReply health(Function<AppMonitor, List<HealthCheck>> checks) {
        var report = HealthReport.of(apps, checks);
        return MonitoringReply.text(report.isUp() ? 200 : 503, JSON, report.json());
    }

    private String metrics() {
        return MetricsText.of(Stream.concat(
                Stream.of(process.scrape(), new HealthMetrics(apps).scrape()),
                apps.stream().map(app -> app.registry().scrape())));
    }

    private static void send(HttpExchange exchange, MonitoringReply reply) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "monitoring");
        thread.setDaemon(true);
        return thread;
    }
}

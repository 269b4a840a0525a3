package org.vigie.modelserver.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;
import org.vigie.access.server.OpenRoute;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessFilter;
import org.vigie.access.server.RouteOperation;
import org.vigie.access.server.ServerRoute;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.http.JavalinTls;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ServingException;
import org.vigie.platform.tls.ServerTls;

/** Serves the open inference protocol over HTTP. */
public final class HttpEndpoint implements AutoCloseable {
    private final Javalin javalin;

    private HttpEndpoint(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts the endpoint.
     *
     * @param tls with which it speaks HTTPS; empty for HTTP
     * @throws IllegalStateException when the port is taken
     */
    public static HttpEndpoint start(
            InferenceService service, ModelServerConfig config, ProgramAccess access, Optional<ServerTls> tls) {
        try {
            return new HttpEndpoint(Javalin.start(javalin -> {
                configure(javalin, service, config, access);
                listen(javalin, config, tls);
            }));
        } catch (JavalinException e) {
            throw new IllegalStateException("httpPort: cannot listen on " + config.host() + ":" + config.httpPort(), e);
        }
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    static String model(Context context) {
        return context.pathParam("model");
    }

    /** Returns the version of a request; empty for the newest. */
    static String version(Context context) {
        return context.pathParamMap().getOrDefault("version", "");
    }

    /** Returns every route of the router, with its roles. */
    List<Endpoint> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map((ParsedEndpoint parsed) -> parsed.endpoint)
                .toList();
    }

    /** Returns the routes that answer requests, as the router lists them. */
    public List<ServerRoute> serverRoutes() {
        return ServerRoute.of(routes());
    }

    private static void listen(JavalinConfig javalin, ModelServerConfig config, Optional<ServerTls> tls) {
        javalin.jetty.host = config.host();
        javalin.jetty.port = config.httpPort();
        tls.ifPresent(
                certificate -> new JavalinTls(certificate.listener()).addTo(javalin, config.host(), config.httpPort()));
    }

    private static void configure(
            JavalinConfig javalin, InferenceService service, ModelServerConfig config, ProgramAccess access) {
        javalin.startup.showJavalinBanner = false;
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.routes.before(new JavalinRequestGuard(config.guard()));
        javalin.routes.beforeMatched(new ProgramAccessFilter(access, operation -> Set.of()));
        routes(javalin.routes, new MetadataHandlers(service), new InferHandler(service, config.maxBodyBytes()));
        routes(javalin.routes, new RepositoryHandlers(service.models()));
        javalin.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4")
                        .result(service.monitor().metricsText()),
                RouteOperation.of(AccessOperation.READ_METRICS));
        refusals(javalin.routes);
    }

    private static void routes(RoutesConfig routes, MetadataHandlers metadata, InferHandler infer) {
        var read = RouteOperation.of(AccessOperation.READ_HEALTH);
        routes.get("/v2", metadata::server, read);
        routes.get("/v2/health/live", metadata::live, OpenRoute.HEALTH);
        routes.get("/v2/health/ready", metadata::ready, OpenRoute.HEALTH);
        for (String model : new String[] {"/v2/models/{model}", "/v2/models/{model}/versions/{version}"}) {
            routes.get(model, metadata::model, read);
            routes.get(model + "/ready", metadata::modelReady, read);
            routes.post(model + "/infer", infer, RouteOperation.of(AccessOperation.RUN_MODEL));
        }
    }

    private static void routes(RoutesConfig routes, RepositoryHandlers repository) {
        var manage = RouteOperation.of(AccessOperation.MANAGE_MODELS);
        routes.post("/v2/repository/index", repository::index, RouteOperation.of(AccessOperation.READ_HEALTH));
        routes.post("/v2/repository/models/{model}/load", repository::load, manage);
        routes.post("/v2/repository/models/{model}/unload", repository::unload, manage);
    }

    private static void refusals(RoutesConfig routes) {
        InferenceErrorResponder responder = new InferenceErrorResponder();
        routes.exception(ServingException.class, responder);
        routes.exception(
                HttpResponseException.class,
                (refusal, context) -> responder.respond(context, refusal.getStatus(), refusal.getMessage()));
        routes.exception(
                Exception.class,
                (failure, context) ->
                        responder.respond(context, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "the server failed"));
    }
}

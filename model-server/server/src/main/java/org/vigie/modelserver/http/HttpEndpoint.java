package org.vigie.modelserver.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.modelserver.ModelServerConfig;
import org.vigie.modelserver.serve.InferenceService;
import org.vigie.modelserver.serve.ServingException;

/** Serves the open inference protocol over HTTP. */
public final class HttpEndpoint implements AutoCloseable {
    private final Javalin javalin;

    private HttpEndpoint(Javalin javalin) {
        this.javalin = javalin;
    }

    /** @throws IllegalStateException when the port is taken */
    public static HttpEndpoint start(InferenceService service, ModelServerConfig config) {
        try {
            return new HttpEndpoint(Javalin.start(javalin -> configure(javalin, service, config)));
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

    private static void configure(JavalinConfig javalin, InferenceService service, ModelServerConfig config) {
        javalin.startup.showJavalinBanner = false;
        javalin.jetty.host = config.host();
        javalin.jetty.port = config.httpPort();
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.routes.before(new JavalinRequestGuard(config.guard()));
        routes(javalin.routes, new MetadataHandlers(service), new InferHandler(service, config.maxBodyBytes()));
        routes(javalin.routes, new RepositoryHandlers(service.models()));
        javalin.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4")
                        .result(service.monitor().metricsText()));
        refusals(javalin.routes);
    }

    private static void routes(RoutesConfig routes, MetadataHandlers metadata, InferHandler infer) {
        routes.get("/v2", metadata::server);
        routes.get("/v2/health/live", metadata::live);
        routes.get("/v2/health/ready", metadata::ready);
        for (String model : new String[] {"/v2/models/{model}", "/v2/models/{model}/versions/{version}"}) {
            routes.get(model, metadata::model);
            routes.get(model + "/ready", metadata::modelReady);
            routes.post(model + "/infer", infer);
        }
    }

    private static void routes(RoutesConfig routes, RepositoryHandlers repository) {
        routes.post("/v2/repository/index", repository::index);
        routes.post("/v2/repository/models/{model}/load", repository::load);
        routes.post("/v2/repository/models/{model}/unload", repository::unload);
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

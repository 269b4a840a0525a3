package org.vigie.gateway.fhir.rest;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.util.JavalinException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.http.RequestGuard;
import org.vigie.terminology.CodeMap;

/** Serves FHIR R4 over HTTP below {@code /fhir}. */
public final class FhirEndpoint implements AutoCloseable {
    private static final String METRICS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final FhirEndpointConfig config;
    private final FhirRequestHandler requests;
    private final Supplier<String> metrics;
    private final Javalin server;

    private FhirEndpoint(
            FhirEndpointConfig config,
            Supplier<CodeMap> codes,
            MessageIntake intake,
            WardSnapshot ward,
            Supplier<String> metrics) {
        this.config = config;
        this.metrics = metrics;
        ZoneId zone = ZoneId.of(config.zone());
        this.requests = new FhirRequestHandler(
                new WardResourceSearch(ward), () -> new FhirReader(codes.get(), zone, intake), intake);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts the endpoint.
     *
     * @param codes asked for each request, so that a code mapped meanwhile is known
     * @param metrics the gateway's counts in the text format of Prometheus, served at {@code /metrics}
     * @throws IllegalStateException when the port is taken
     */
    public static FhirEndpoint start(
            FhirEndpointConfig config,
            Supplier<CodeMap> codes,
            MessageIntake intake,
            WardSnapshot ward,
            Supplier<String> metrics) {
        var endpoint = new FhirEndpoint(config, codes, intake, ward, metrics);
        try {
            endpoint.server.start();
            return endpoint;
        } catch (JavalinException e) {
            throw new IllegalStateException("fhir.port: cannot listen on " + config.host() + ":" + config.port(), e);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.jetty.host = config.host();
        javalin.jetty.port = config.port();
        javalin.http.maxRequestSize = config.maxBodyBytes();
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.routes.before(new JavalinRequestGuard(RequestGuard.of(config.host(), config.allowedHosts())));
        addRoutes(javalin);
        addErrors(javalin);
    }

    private void addRoutes(JavalinConfig javalin) {
        javalin.routes.before("/fhir/*", this::admit);
        javalin.routes.before("/fhir", this::admit);
        javalin.routes.get(
                "/metrics", request -> request.contentType(METRICS_TEXT).result(metrics.get()));
        javalin.routes.get(
                "/fhir/metadata", request -> FhirRequestHandler.answer(request, CapabilityStatementWriter.statement()));
        javalin.routes.get("/fhir/{type}", requests::search);
        javalin.routes.get("/fhir/{type}/{id}", requests::read);
        javalin.routes.post("/fhir", request -> requests.post(request, ""));
        javalin.routes.post("/fhir/$process-message", request -> requests.post(request, "Bundle"));
        javalin.routes.post("/fhir/{type}", request -> requests.post(request, request.pathParam("type")));
        javalin.routes.put("/fhir/Observation/{id}", requests::put);
    }

    private static void addErrors(JavalinConfig javalin) {
        javalin.routes.exception(HttpResponseException.class, FhirRequestHandler::refuse);
        javalin.routes.exception(
                Exception.class,
                (failure, request) -> FhirRequestHandler.fail(request.status(500), "exception", "the gateway failed"));
        javalin.routes.error(
                404,
                request -> FhirRequestHandler.fail(
                        request, "not-supported", "nothing is served here; see /fhir/metadata"));
    }

    private void admit(Context request) {
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Cache-Control", "no-store");
        boolean isOpen =
                request.path().equals("/fhir/metadata") || config.token().isEmpty();
        if (!isOpen && !bears(request, config.token().orElseThrow())) {
            throw new UnauthorizedResponse("Authorization: a bearer token is required");
        }
    }

    /** Returns true when a request has the token. The comparison takes constant time. */
    private static boolean bears(Context request, String token) {
        String sent = request.header("Authorization");
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return sent != null && MessageDigest.isEqual(wanted, sent.getBytes(StandardCharsets.UTF_8));
    }
}

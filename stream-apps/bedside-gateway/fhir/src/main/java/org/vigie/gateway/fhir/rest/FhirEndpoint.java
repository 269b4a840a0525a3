package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.util.JavalinException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.http.RequestGuard;
import org.vigie.terminology.CodeMap;

/** Serves FHIR R4 over HTTP below {@code /fhir}. */
public final class FhirEndpoint implements AutoCloseable {
    private static final String METRICS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String FHIR_JSON = "application/fhir+json";

    private final FhirEndpointConfig config;
    private final WardResourceSearch board;
    private final Supplier<FhirReader> reader;
    private final MessageIntake intake;
    private final FhirPostHandler handler;
    private final Supplier<String> metrics;
    private final Javalin server;

    private FhirEndpoint(
            FhirEndpointConfig config,
            Supplier<CodeMap> codes,
            MessageIntake intake,
            WardSnapshot ward,
            Supplier<String> metrics) {
        this.config = config;
        this.board = new WardResourceSearch(ward);
        this.metrics = metrics;
        ZoneId zone = ZoneId.of(config.zone());
        this.reader = () -> new FhirReader(codes.get(), zone, intake);
        this.intake = intake;
        this.handler = new FhirPostHandler(reader, intake);
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
        javalin.routes.before("/fhir/*", this::admit);
        javalin.routes.before("/fhir", this::admit);
        javalin.routes.get("/metrics", this::metrics);
        javalin.routes.get("/fhir/metadata", request -> answer(request, CapabilityStatementWriter.statement()));
        javalin.routes.get("/fhir/{type}", this::search);
        javalin.routes.get("/fhir/{type}/{id}", this::read);
        javalin.routes.post("/fhir", request -> post(request, ""));
        javalin.routes.post("/fhir/$process-message", request -> post(request, "Bundle"));
        javalin.routes.post("/fhir/{type}", request -> post(request, request.pathParam("type")));
        javalin.routes.put("/fhir/Observation/{id}", this::put);
        javalin.routes.exception(HttpResponseException.class, FhirEndpoint::refuse);
        javalin.routes.exception(
                Exception.class,
                (failure, request) -> answer(
                        request.status(500),
                        OperationOutcome.error("exception", "the gateway failed")
                                .json()));
        javalin.routes.error(
                404,
                request -> answer(
                        request,
                        OperationOutcome.error("not-supported", "nothing is served here; see /fhir/metadata")
                                .json()));
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

    /** Says whether a request has the token. The comparison takes constant time. */
    private static boolean bears(Context request, String token) {
        String sent = request.header("Authorization");
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return sent != null && MessageDigest.isEqual(wanted, sent.getBytes(StandardCharsets.UTF_8));
    }

    private void metrics(Context request) {
        request.contentType(METRICS_TEXT).result(metrics.get());
    }

    private void search(Context request) {
        String type = request.pathParam("type");
        answer(
                request,
                board.search(type, request.queryParamMap(), request.fullUrl()).orElseThrow(NotFoundResponse::new));
    }

    private void read(Context request) {
        answer(
                request,
                board.read(request.pathParam("type"), request.pathParam("id")).orElseThrow(NotFoundResponse::new));
    }

    /** Takes a PUT. The resource replaces the earlier one with the same id. */
    private void put(Context request) {
        var update = new FhirPostHandler(reader, new ReplacingIntake(intake, request.pathParam("id")));
        answer(request, update.take("Observation", request.bodyAsBytes(), sender(request), bed(request)));
    }

    private void post(Context request, String type) {
        answer(request, handler.take(type, request.bodyAsBytes(), sender(request), bed(request)));
    }

    private static void answer(Context request, FhirPostHandler.FhirReply reply) {
        if (reply.status() == 503) {
            request.header("Retry-After", "5");
        }
        answer(request.status(reply.status()), reply.body());
    }

    private static String sender(Context request) {
        String sent = request.header("X-Vigie-Sender");
        return sent == null ? "fhir" : sent.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the bed of a request, for senders whose resources name none. */
    private static String bed(Context request) {
        String query = request.queryParam("bed");
        String header = request.header("X-Vigie-Bed");
        return query != null ? query : header != null ? header : "";
    }

    private static void refuse(HttpResponseException refusal, Context request) {
        String code = switch (refusal.getStatus()) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 413 -> "too-long";
            default -> "processing";
        };
        answer(
                request.status(refusal.getStatus()),
                OperationOutcome.error(code, refusal.getMessage()).json());
    }

    private static void answer(Context request, ObjectNode resource) {
        request.contentType(FHIR_JSON + "; charset=utf-8").result(resource.toString());
    }
}

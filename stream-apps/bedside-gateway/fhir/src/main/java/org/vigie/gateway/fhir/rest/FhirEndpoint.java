package org.vigie.gateway.fhir.rest;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.access.AccessOperation;
import org.vigie.access.UnitScope;
import org.vigie.access.server.OpenRoute;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessFilter;
import org.vigie.access.server.RouteOperation;
import org.vigie.access.server.ServerRoute;
import org.vigie.gateway.fhir.FhirReader;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.http.JavalinTls;
import org.vigie.http.RequestGuard;
import org.vigie.platform.tls.ServerTls;
import org.vigie.terminology.CodeMap;

/** Serves FHIR R4 over HTTP below {@code /fhir}. */
public final class FhirEndpoint implements AutoCloseable {
    private static final String METRICS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final Set<String> EVERY_UNIT = UnitScope.everyUnit().units();

    private final FhirEndpointConfig config;
    private final ProgramAccess access;
    private final WardSnapshot ward;
    private final FhirRequestHandler requests;
    private final Supplier<String> metrics;
    private final Optional<ServerTls> tls;
    private final Javalin server;

    private FhirEndpoint(
            FhirEndpointConfig config,
            ProgramAccess access,
            Supplier<CodeMap> codes,
            MessageIntake intake,
            WardSnapshot ward,
            Supplier<String> metrics) {
        this.config = config;
        this.access = access;
        this.ward = ward;
        this.metrics = metrics;
        this.tls = ServerTls.of(config.tls(), InstantSource.system());
        ZoneId zone = ZoneId.of(config.zone());
        this.requests = new FhirRequestHandler(ward, () -> new FhirReader(codes.get(), zone, intake), intake);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts the endpoint.
     *
     * @param access decides which program may send and read what
     * @param codes asked for each request, so that a code mapped meanwhile is known
     * @param metrics the gateway's counts in the text format of Prometheus, served at {@code /metrics}
     * @throws IllegalStateException when the port is taken
     */
    public static FhirEndpoint start(
            FhirEndpointConfig config,
            ProgramAccess access,
            Supplier<CodeMap> codes,
            MessageIntake intake,
            WardSnapshot ward,
            Supplier<String> metrics) {
        var endpoint = new FhirEndpoint(config, access, codes, intake, ward, metrics);
        try {
            endpoint.server.start();
            return endpoint;
        } catch (JavalinException e) {
            throw new IllegalStateException("fhir.port: cannot listen on " + config.host() + ":" + config.port(), e);
        }
    }

    /** Returns the certificate of the endpoint; empty for HTTP. */
    public Optional<ServerTls> certificate() {
        return tls;
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
        tls.ifPresent(
                certificate -> new JavalinTls(certificate.listener()).addTo(javalin, config.host(), config.port()));
        javalin.http.maxRequestSize = config.maxBodyBytes();
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.routes.before(new JavalinRequestGuard(RequestGuard.of(config.host(), config.allowedHosts())));
        addRoutes(javalin);
        addErrors(javalin);
    }

    private void addRoutes(JavalinConfig javalin) {
        javalin.routes.before(FhirEndpoint::addHeaders);
        javalin.routes.beforeMatched(new ProgramAccessFilter(access, this::units));
        javalin.routes.get(
                "/metrics",
                request -> request.contentType(METRICS_TEXT).result(metrics.get()),
                RouteOperation.of(AccessOperation.READ_METRICS));
        addReadRoutes(javalin.routes);
        addSendRoutes(javalin.routes);
    }

    private void addReadRoutes(RoutesConfig routes) {
        var read = RouteOperation.of(AccessOperation.READ_WARD);
        routes.get(
                "/fhir/metadata",
                request -> FhirRequestHandler.answer(request, CapabilityStatementWriter.statement()),
                OpenRoute.CAPABILITIES);
        routes.get("/fhir/{type}", requests::search, read);
        routes.get("/fhir/{type}/{id}", requests::read, read);
    }

    private void addSendRoutes(RoutesConfig routes) {
        var send = RouteOperation.of(AccessOperation.SEND_OBSERVATIONS);
        routes.post("/fhir", request -> requests.post(request, ""), send);
        routes.post("/fhir/$process-message", request -> requests.post(request, "Bundle"), send);
        routes.post("/fhir/{type}", request -> requests.post(request, request.pathParam("type")), send);
        routes.put("/fhir/Observation/{id}", requests::put, send);
    }

    /** A message may concern any bed, so its sender must have access to every unit. */
    private Set<String> units(AccessOperation operation) {
        return switch (operation) {
            case READ_WARD -> new ScopedWardSnapshot(ward, UnitScope.everyUnit()).units();
            case SEND_OBSERVATIONS -> EVERY_UNIT;
            default -> Set.of();
        };
    }

    /** Returns every route of the router, with its roles. */
    List<Endpoint> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map((ParsedEndpoint parsed) -> parsed.endpoint)
                .toList();
    }

    /** Returns the routes that answer requests, as the router lists them. */
    public List<ServerRoute> serverRoutes() {
        return ServerRoute.of(routes());
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

    private static void addHeaders(Context request) {
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Cache-Control", "no-store");
    }
}

package org.vigie.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.access.AccessOperation;
import org.vigie.access.server.RouteOperation;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.trend.TrendSnapshot;
import org.vigie.station.ward.WardView;

/** Lists the routes of the station, each with the operation that it stands for, and answers those that read the ward. */
final class StationRoutes {
    private final WardView ward;
    private final BedWatchdog watchdog;
    private final Optional<PastWardHandler> past;
    private final VerificationHandler verifications;
    private final Clock time;
    private final SseBroadcaster broadcaster;
    private final SnapshotJson json;

    StationRoutes(ServedWard served, Clock time, SseBroadcaster broadcaster, SnapshotJson json) {
        this.ward = served.ward();
        this.watchdog = served.watchdog();
        this.past = served.past().map(source -> new PastWardHandler(source, time, json));
        this.verifications = new VerificationHandler(served, time, json);
        this.time = time;
        this.broadcaster = broadcaster;
        this.json = json;
    }

    void addTo(RoutesConfig routes, AlertCommandHandler commands, LoginHandler logins, SessionHandler sessions) {
        addReading(routes, logins, sessions);
        routes.post("/api/orders", commands::post, RouteOperation.of(AccessOperation.COMMAND_ALARMS));
    }

    private void addReading(RoutesConfig routes, LoginHandler logins, SessionHandler sessions) {
        addFiles(routes);
        addLogin(routes, logins);
        addSession(routes, sessions);
        var readWard = RouteOperation.of(AccessOperation.READ_WARD);
        routes.get("/api/ward", this::ward, readWard);
        routes.get("/api/alerts", this::alerts, readWard);
        routes.beforeMatched("/api/stream", this::refuseWhenFull);
        routes.sse("/api/stream", broadcaster::join, readWard);
        routes.get("/api/beds/<bed>/trend", this::trend, RouteOperation.of(AccessOperation.READ_PATIENT));
        routes.get("/api/beds/<bed>/history", this::history, RouteOperation.of(AccessOperation.READ_PATIENT));
        routes.get("/api/beds/<bed>/accesses", this::accesses, RouteOperation.of(AccessOperation.READ_ACCESSES));
        addVerifications(routes);
        routes.get("/api/health", this::health, RouteOperation.of(AccessOperation.READ_HEALTH));
    }

    /** Adds the routes of the page of a replay, which reads as that of a ward and commands no alarm. */
    void addTo(RoutesConfig routes, ReplayHandler replay, LoginHandler logins, SessionHandler sessions) {
        addReading(routes, logins, sessions);
        routes.post("/api/orders", ReplayHandler.NO_ORDER, RouteOperation.of(AccessOperation.STEER_REPLAY));
        routes.post("/api/replay", replay::post, RouteOperation.of(AccessOperation.STEER_REPLAY));
    }

    private void addVerifications(RoutesConfig routes) {
        var verify = RouteOperation.of(AccessOperation.VERIFY_RESULT);
        routes.get("/api/beds/<bed>/verification", verifications::score, verify);
        routes.get("/api/alerts/<alert>/verification", verifications::alert, verify);
    }

    private static void addFiles(RoutesConfig routes) {
        var uplot = new UplotResources();
        var openPage = RouteOperation.of(AccessOperation.OPEN_PAGE);
        routes.get("/uplot/uPlot.esm.js", uplot.handler("dist/uPlot.esm.js", "text/javascript"), openPage);
        routes.get("/uplot/uPlot.min.css", uplot.handler("dist/uPlot.min.css", "text/css"), openPage);
    }

    private static void addLogin(RoutesConfig routes, LoginHandler logins) {
        routes.get("/login", logins::login, PublicRoute.LOGIN);
        routes.get("/login/callback", logins::callback, PublicRoute.LOGIN);
        routes.get("/login/login.css", logins::style, PublicRoute.LOGIN);
    }

    private static void addSession(RoutesConfig routes, SessionHandler sessions) {
        var useSession = RouteOperation.of(AccessOperation.USE_SESSION);
        routes.get("/api/user", sessions::user, useSession);
        routes.post("/api/session/user", sessions::change, useSession);
        routes.post("/api/session/end", sessions::end, useSession);
        routes.post("/api/session/emergency", sessions::emergency, RouteOperation.of(AccessOperation.BREAK_GLASS));
    }

    private void refuseWhenFull(Context request) {
        if (broadcaster.isFull()) {
            throw new ServiceUnavailableResponse("stream: " + SseBroadcaster.MOST + " pages listen already");
        }
    }

    /** Answers with the present, or with the earlier time that the request names. */
    private void ward(Context request) {
        past.filter(handler -> EarlierTimeParameter.isIn(request))
                .ifPresentOrElse(handler -> handler.get(request), () -> presentWard(request));
    }

    private void presentWard(Context request) {
        answer(
                request,
                ward.snapshot(time.instant())
                        .seenBy(RequestPrincipal.of(request).reader()));
    }

    private void alerts(Context request) {
        var scope = RequestPrincipal.of(request).scope();
        answer(
                request,
                ward.alerts(time.instant()).stream()
                        .filter(alert -> scope.coversBed(alert.bed()))
                        .toList());
    }

    private void trend(Context request) {
        String bed = request.pathParam("bed");
        int hours = request.queryParamAsClass("hours", Integer.class).getOrDefault(1);
        if (hours < 1 || hours > TrendSnapshot.MOST_HOURS) {
            throw new BadRequestResponse("hours: must be 1 to " + TrendSnapshot.MOST_HOURS + ", was " + hours);
        }
        answer(
                request,
                ward.trend(bed, hours, time.instant())
                        .orElseThrow(() -> new NotFoundResponse("bed: nobody lies on it")));
    }

    private void history(Context request) {
        var reader = RequestPrincipal.of(request).reader();
        answer(
                request,
                ward.history(request.pathParam("bed"), time.instant(), reader)
                        .orElseThrow(() -> new NotFoundResponse("bed: nobody lies on it")));
    }

    private void accesses(Context request) {
        answer(
                request,
                ward.accesses(request.pathParam("bed"), time.instant())
                        .orElseThrow(() -> new NotFoundResponse("bed: nobody lies on it")));
    }

    private void health(Context request) {
        var scope = RequestPrincipal.of(request).scope();
        Instant now = time.instant();
        List<BedFreshnessSnapshot> beds = watchdog.freshness(ward.occupiedBeds(now), now).stream()
                .filter(bed -> scope.coversBed(bed.bed()))
                .toList();
        answer(request, StationHealth.of(ward.clock(now), beds, broadcaster.size()));
    }

    private void answer(Context request, Object snapshot) {
        request.contentType("application/json").result(json.write(snapshot));
    }
}

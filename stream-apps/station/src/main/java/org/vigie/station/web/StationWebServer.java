package org.vigie.station.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.station.command.AlertCommandSender;
import org.vigie.station.command.UserHeadersConfig;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.trend.TrendSnapshot;
import org.vigie.station.ward.WardView;

/** Serves the page, its API and its event stream on one port. */
public final class StationWebServer implements AutoCloseable {
    private static final String PAGE = "/org/vigie/station/page";

    private static final int MAX_REQUEST_BYTES = 16 << 10;

    private final WardView ward;
    private final BedWatchdog watchdog;
    private final Clock wall;
    private final WebAddress where;
    private final SseBroadcaster broadcaster;
    private final WardChangePublisher changePublisher;
    private final SnapshotJson json = new SnapshotJson();
    private final Javalin server;

    private StationWebServer(
            WardView ward,
            BedWatchdog watchdog,
            AlertCommandSender commands,
            UserHeadersConfig users,
            WebAddress where,
            Clock wall) {
        this.ward = ward;
        this.watchdog = watchdog;
        this.wall = wall;
        this.where = where;
        this.broadcaster = new SseBroadcaster(() -> json.write(ward.snapshot(wall.instant())));
        this.changePublisher = new WardChangePublisher(ward, watchdog, broadcaster, json, wall);
        var commandHandler = new AlertCommandHandler(ward, commands, users, json, wall);
        this.server = Javalin.create(config -> configure(config, commandHandler));
    }

    /** Opens the page of a ward whose readings are all processed at once. */
    public static StationWebServer open(
            WardView ward, AlertCommandSender commands, UserHeadersConfig users, WebAddress where, Clock wall) {
        return open(ward, BedWatchdog.ofReadPartitions(wall.instant()), commands, users, where, wall);
    }

    /**
     * Opens the page of a ward.
     *
     * @param watchdog knows which beds are not watched
     * @param commands takes what the page's users ask of the alarm system
     * @param users how it is known who asks
     * @param wall the station's clock
     */
    public static StationWebServer open(
            WardView ward,
            BedWatchdog watchdog,
            AlertCommandSender commands,
            UserHeadersConfig users,
            WebAddress where,
            Clock wall) {
        var webServer = new StationWebServer(ward, watchdog, commands, users, where, wall);
        webServer.server.start();
        webServer.changePublisher.start();
        return webServer;
    }

    /** Returns the number of event streams that are open. */
    public int openStreams() {
        return broadcaster.size();
    }

    /** Returns how often a page was too slow, lost its backlog and received a new snapshot. */
    public long droppedBacklogs() {
        return broadcaster.droppedBacklogs();
    }

    public URI address() {
        String host = where.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        changePublisher.close();
        broadcaster.close();
        server.stop();
    }

    private void configure(JavalinConfig config, AlertCommandHandler commands) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.host = where.host();
        config.jetty.port = where.port();
        config.http.maxRequestSize = MAX_REQUEST_BYTES;
        config.staticFiles.add(PAGE, Location.CLASSPATH);
        config.routes.before(new SecurityHeaders());
        config.routes.before(new JavalinRequestGuard(where.guard()));
        addFiles(config.routes);
        addApi(config.routes, commands);
    }

    private static void addFiles(RoutesConfig routes) {
        var uplot = new UplotResources();
        routes.get("/uplot/uPlot.esm.js", uplot.handler("dist/uPlot.esm.js", "text/javascript"));
        routes.get("/uplot/uPlot.min.css", uplot.handler("dist/uPlot.min.css", "text/css"));
    }

    private void addApi(RoutesConfig routes, AlertCommandHandler commands) {
        routes.get("/api/ward", request -> answer(request, ward.snapshot(wall.instant())));
        routes.get("/api/alerts", request -> answer(request, ward.alerts(wall.instant())));
        routes.post("/api/orders", commands::post);
        routes.get("/api/user", commands::user);
        routes.get("/api/beds/<bed>/trend", this::trend);
        routes.get("/api/health", this::health);
        routes.before("/api/stream", this::refuseWhenFull);
        routes.sse("/api/stream", broadcaster::join);
    }

    private void trend(Context request) {
        String bed = request.pathParam("bed");
        int hours = request.queryParamAsClass("hours", Integer.class).getOrDefault(1);
        if (hours < 1 || hours > TrendSnapshot.MOST_HOURS) {
            throw new BadRequestResponse("hours: must be 1 to " + TrendSnapshot.MOST_HOURS + ", was " + hours);
        }
        answer(
                request,
                ward.trend(bed, hours, wall.instant())
                        .orElseThrow(() -> new NotFoundResponse("bed: nobody lies on it")));
    }

    private void health(Context request) {
        Instant now = wall.instant();
        List<BedFreshnessSnapshot> beds = watchdog.freshness(ward.occupiedBeds(now), now);
        answer(request, StationHealth.of(ward.clock(now), beds, broadcaster.size()));
    }

    private void refuseWhenFull(Context request) {
        if (broadcaster.isFull()) {
            throw new ServiceUnavailableResponse("stream: " + SseBroadcaster.MOST + " pages listen already");
        }
    }

    private void answer(Context request, Object snapshot) {
        request.contentType("application/json").result(json.write(snapshot));
    }
}

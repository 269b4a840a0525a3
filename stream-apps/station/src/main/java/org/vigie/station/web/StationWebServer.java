package org.vigie.station.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;
import org.vigie.access.server.RouteOperation;
import org.vigie.access.server.ServerRoute;
import org.vigie.http.JavalinRequestGuard;
import org.vigie.http.JavalinTls;
import org.vigie.station.command.AlertCommandSender;
import org.vigie.station.login.StationLogin;
import org.vigie.station.replay.ReplaySteering;
import org.vigie.station.ward.WardView;

/** Serves the page, its API and its event stream on one port. */
public final class StationWebServer implements AutoCloseable {
    private static final String PAGE = "/org/vigie/station/page";
    private static final int MAX_REQUEST_BYTES = 16 << 10;

    private final ServedWard served;
    private final Optional<ReplaySteering> replay;
    private final Clock wall;
    private final Clock time;
    private final StationLogin login;
    private final WebAddress where;
    private final SseBroadcaster broadcaster;
    private final WardChangePublisher changePublisher;
    private final SnapshotJson json = new SnapshotJson();
    private final Javalin server;

    private StationWebServer(
            ServedWard served,
            AlertCommandSender commands,
            Optional<ReplaySteering> replay,
            StationLogin login,
            WebAddress where,
            Clock wall,
            Clock time) {
        this.served = served;
        this.replay = replay;
        this.wall = wall;
        this.time = time;
        this.login = login;
        this.where = where;
        WardView ward = served.ward();
        this.broadcaster = new SseBroadcaster(
                login, reader -> json.write(ward.snapshot(time.instant()).seenBy(reader)));
        this.changePublisher = new WardChangePublisher(ward, served.watchdog(), broadcaster, json, time);
        var commandHandler = new AlertCommandHandler(ward, commands, json, time);
        this.server = Javalin.create(config -> configure(config, commandHandler));
    }

    /** Opens the page of a ward whose readings are all processed at once, and which has no past. */
    public static StationWebServer open(
            WardView ward, AlertCommandSender commands, StationLogin login, WebAddress where, Clock wall) {
        return open(ServedWard.ofPresent(ward, wall.instant()), commands, login, where, wall);
    }

    /**
     * Opens the page of a ward.
     *
     * @param served present and past of the ward
     * @param commands takes what the page's users ask of the alarm system
     * @param login says who asks and what they may do
     * @param wall the station's clock
     */
    public static StationWebServer open(
            ServedWard served, AlertCommandSender commands, StationLogin login, WebAddress where, Clock wall) {
        return started(new StationWebServer(served, commands, Optional.empty(), login, where, wall, wall));
    }

    /**
     * Opens the page of a replay. It takes no command to the alarm system.
     *
     * @param steering takes what the page's users ask of the replay
     * @param time clock of the recorded time
     */
    public static StationWebServer openReplay(
            WardView ward, ReplaySteering steering, StationLogin login, WebAddress where, Clock wall, Clock time) {
        AlertCommandSender none = (form, user, now) -> {
            throw new IllegalStateException("the page of a replay commands no alarm");
        };
        var served = ServedWard.ofPresent(ward, time.instant());
        return started(new StationWebServer(served, none, Optional.of(steering), login, where, wall, time));
    }

    private static StationWebServer started(StationWebServer webServer) {
        webServer.server.start();
        webServer.changePublisher.start();
        return webServer;
    }

    /** Returns the number of event streams that are open. */
    public int openStreams() {
        return broadcaster.size();
    }

    /** Returns how many events are not sent to their pages yet. */
    public int waitingEvents() {
        return broadcaster.waiting();
    }

    /** Returns how often a page was too slow, lost its backlog and received a new snapshot. */
    public long droppedBacklogs() {
        return broadcaster.droppedBacklogs();
    }

    /** Returns the address of the page. */
    public URI address() {
        String host = where.host();
        return URI.create(
                where.scheme() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/");
    }

    /** Returns the address that logs in one user, once. */
    public URI loginAddress() {
        return address().resolve("login?code=" + login.starter().code().reveal());
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

    @Override
    public void close() {
        changePublisher.close();
        broadcaster.close();
        server.stop();
    }

    private void configure(JavalinConfig config, AlertCommandHandler commands) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        listen(config);
        config.http.maxRequestSize = MAX_REQUEST_BYTES;
        addFiles(config);
        addRoutes(config.routes, commands);
    }

    private void listen(JavalinConfig config) {
        config.jetty.host = where.host();
        config.jetty.port = where.port();
        new EventStreamCompression("/api/stream").addTo(config);
        where.tls().ifPresent(tls -> new JavalinTls(tls.listener()).addTo(config, where.host(), where.port()));
    }

    private static void addFiles(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.directory = PAGE;
            files.location = Location.CLASSPATH;
            files.mimeTypes.add("application/yaml", "yaml");
            files.roles = Set.of(RouteOperation.of(AccessOperation.OPEN_PAGE));
        });
    }

    private void addRoutes(RoutesConfig routes, AlertCommandHandler commands) {
        routes.before(new SecurityHeaders(where.tls().isPresent()));
        routes.before(new JavalinRequestGuard(where.guard()));
        routes.before(new EarlierTimeRefusal(served.past().isPresent()));
        var attempts = new RouteAttempts(served.ward(), time, new EarlierTimeParameter(wall), json);
        var wardRight = new WardReadRight(replay.isPresent(), served.past().isPresent());
        var access = new AccessFilter(login, attempts, new RequestRateLimit(wall), wardRight);
        routes.beforeMatched(access);
        routes.error(HttpStatus.UNAUTHORIZED.getCode(), access::explain);
        boolean beyondLoopback = !where.isLoopback() && !login.isPublishedOnLoopback();
        var cookie = new SessionCookie(beyondLoopback || where.tls().isPresent());
        var stationRoutes = new StationRoutes(served, time, broadcaster, json);
        var logins = new LoginHandler(login, cookie);
        var sessions = new SessionHandler(login, cookie, json, wardRight);
        replay.map(steering -> new ReplayHandler(steering, json))
                .ifPresentOrElse(
                        handler -> stationRoutes.addTo(routes, handler, logins, sessions),
                        () -> stationRoutes.addTo(routes, commands, logins, sessions));
    }
}

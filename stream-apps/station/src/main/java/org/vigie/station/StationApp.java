package org.vigie.station;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.access.AuditTrail;
import org.vigie.access.audit.KafkaAuditTrail;
import org.vigie.access.login.SecretText;
import org.vigie.access.server.ServerRoute;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.progress.ReadProgressMonitor;
import org.vigie.platform.tls.ServerTls;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TopicSchemas;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.command.AlertCommandSender;
import org.vigie.station.command.KafkaAlertCommandSender;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.login.SessionCheckTimer;
import org.vigie.station.login.StationLogin;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.past.PastWardConfig;
import org.vigie.station.past.PastWardReader;
import org.vigie.station.past.PastWardSource;
import org.vigie.station.past.ReadDeadline;
import org.vigie.station.read.LedgerReadSpan;
import org.vigie.station.read.PresentFollower;
import org.vigie.station.read.RecordDispatcher;
import org.vigie.station.read.StationStartOffsets;
import org.vigie.station.read.WardStart;
import org.vigie.station.ward.WardView;
import org.vigie.station.web.ServedWard;
import org.vigie.station.web.StationWebServer;

/**
 * Serves the page of the unit and its API. It rebuilds its state from the topics at every start and keeps nothing on disk.
 *
 * <p>Two readers run: one follows the topics from the present on, the other fills the trends of the past and ends.
 */
public final class StationApp implements MonitoredApp {
    private static final String WHILE_LATE = "Beds whose readings wait are shown as not watched";

    private static final Duration LONGEST_PAST_READING = Duration.ofMinutes(1);

    private final PresentFollower present;
    private final PartitionFollower past;
    private final KafkaAlertCommandSender orders;
    private final StationWebServer webServer;
    private final StationLogin login;
    private final SessionCheckTimer sessionChecks;
    private final AuditTrail audit;
    private final BrokerHealthCheck broker;
    private final ReadProgressMonitor progress;
    private final AppMonitor monitor = new AppMonitor("station");

    private StationApp(
            PresentFollower present,
            PartitionFollower past,
            KafkaAlertCommandSender orders,
            StationWebServer webServer,
            StationLogin login,
            AuditTrail audit,
            BrokerHealthCheck broker,
            ReadProgressMonitor progress) {
        this.present = present;
        this.past = past;
        this.orders = orders;
        this.webServer = webServer;
        this.login = login;
        this.sessionChecks = SessionCheckTimer.start(login);
        this.audit = audit;
        this.broker = broker;
        this.progress = progress;
        present.watchedBy(monitor);
        monitor.addReadiness(broker);
    }

    /** @throws StationException when the broker or a topic cannot be reached */
    public static StationApp start(StationConfig config) {
        return start(config, Optional.empty(), Clock.systemUTC());
    }

    /**
     * Starts a station beside a replay.
     *
     * @param verifier computes results again for the page
     * @throws StationException when the broker or a topic cannot be reached
     */
    public static StationApp start(StationConfig config, ResultVerifier verifier) {
        return start(config, Optional.of(verifier), Clock.systemUTC());
    }

    private static StationApp start(StationConfig config, Optional<ResultVerifier> verifier, Clock wall) {
        var kafka = config.kafka();
        requireWard(kafka.namespace());
        var ward = new WardView(config.settings(), config.beds(), config.speed(), wall.instant());
        var serdes = new AvroSerdes(kafka.registry());
        new TopicSchemas(serdes).register(kafka.topics().all());
        var metrics = new StationMetrics(wall);
        var orders = KafkaAlertCommandSender.open(kafka, serdes);
        var progress = ReadProgressMonitor.start(kafka, config.watch().unread(), WHILE_LATE);
        var watchdog = new BedWatchdog(progress, config.watch(), wall.instant());
        var start = WardStart.begin(ward, watchdog, wall);
        var dispatcher = new RecordDispatcher(ward, watchdog, orders::onLedgerEntry, kafka.topics(), serdes);
        AlertCommandSender counted = (form, user, now) -> metrics.count(orders.send(form, user, now));
        var started = wall.instant();
        var offsets = StationStartOffsets.find(
                kafka,
                config.history(),
                () -> LedgerReadSpan.read(kafka, serdes, started).before(started));
        var audit = KafkaAuditTrail.open(kafka, serdes, "station", wall);
        var login = new StationLogin(config.access(), config.users(), audit, wall);
        var tls = ServerTls.of(config.tls(), wall);
        var served = new ServedWard(ward, watchdog, Optional.of(past(config, serdes, wall)), verifier);
        var webServer =
                StationWebServer.open(served, counted, login, config.web().withTls(tls), wall);
        RawRecordHandler handler = record -> {
            dispatcher.dispatch(record);
            metrics.read(record);
        };
        var present = PresentFollower.start("station-present", kafka, offsets.presentFrom(), handler, start);
        var past = past(kafka, offsets, handler);
        var broker = new BrokerHealthCheck(kafka);
        var app = new StationApp(present, past, orders, webServer, login, audit, broker, progress);
        metrics.register(
                app.monitor.registry(), webServer::openStreams, webServer::waitingEvents, webServer::droppedBacklogs);
        metrics.registerPatients(
                app.monitor.registry(), () -> ward.occupiedBeds(wall.instant()).size());
        var unwatched =
                new UnwatchedBedMetrics(() -> watchdog.unwatched(ward.occupiedBeds(wall.instant()), wall.instant()));
        unwatched.register(app.monitor.registry());
        tls.ifPresent(certificate -> certificate.watchedBy(app.monitor));
        return app;
    }

    /** Reads earlier situations for the page, each for a minute at most. */
    private static PastWardSource past(StationConfig config, AvroSerdes serdes, Clock wall) {
        var settings =
                new PastWardConfig(config.settings(), config.beds(), config.speed(), config.history(), config.watch());
        var reader = new PastWardReader(config.kafka(), serdes, settings);
        return (at, now) -> reader.read(at, now, ReadDeadline.after(LONGEST_PAST_READING, wall));
    }

    private static void requireWard(String namespace) {
        if (TopicCatalogue.isReplay(namespace)) {
            throw new IllegalArgumentException("kafka.namespace: must be that of a ward, was the replay '" + namespace
                    + "'; ./vigie station --namespace " + namespace + " opens its page");
        }
    }

    private static PartitionFollower past(
            KafkaConnectionConfig kafka, StationStartOffsets offsets, RawRecordHandler handler) {
        var reader = PartitionReader.from(kafka, "station-past", offsets.pastFrom());
        return PartitionFollower.startUntil("station-past", reader, offsets.pastUntil(), handler);
    }

    /** Returns the address of the page. */
    public URI address() {
        return webServer.address();
    }

    /** Returns the routes of the page's router; files of the page are none. */
    public List<ServerRoute> routes() {
        return webServer.serverRoutes();
    }

    /** Returns the address that logs in one user, once. */
    public URI loginAddress() {
        return webServer.loginAddress();
    }

    /** Returns the API token of a program of this ward that reads the station. */
    public SecretText token(String program) {
        return login.token(program);
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    @Override
    public void close() {
        past.close();
        present.close();
        webServer.close();
        sessionChecks.close();
        orders.close();
        progress.close();
        audit.close();
        broker.close();
    }
}

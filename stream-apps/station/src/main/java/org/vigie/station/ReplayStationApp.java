package org.vigie.station;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.vigie.access.AuditTrail;
import org.vigie.access.audit.KafkaAuditTrail;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.tls.ServerTls;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.login.SessionCheckTimer;
import org.vigie.station.login.StationLogin;
import org.vigie.station.read.PresentFollower;
import org.vigie.station.read.RecordDispatcher;
import org.vigie.station.read.StationStartOffsets;
import org.vigie.station.read.WardStart;
import org.vigie.station.replay.KafkaReplaySteering;
import org.vigie.station.replay.StationReplay;
import org.vigie.station.ward.WardView;
import org.vigie.station.web.StationWebServer;

/**
 * Serves the page of a replay. It reads the topics of the replay's namespace at the recorded time. It writes requests to the replay, and
 * who looked at it to the audit trail of the ward; no command reaches an alarm.
 */
public final class ReplayStationApp implements MonitoredApp {
    private final PresentFollower present;
    private final PartitionFollower past;
    private final KafkaReplaySteering steering;
    private final StationWebServer webServer;
    private final SessionCheckTimer sessionChecks;
    private final AuditTrail audit;
    private final AppMonitor monitor = new AppMonitor("station");

    private ReplayStationApp(
            PresentFollower present,
            PartitionFollower past,
            KafkaReplaySteering steering,
            StationWebServer webServer,
            SessionCheckTimer sessionChecks,
            AuditTrail audit) {
        this.present = present;
        this.past = past;
        this.steering = steering;
        this.webServer = webServer;
        this.sessionChecks = sessionChecks;
        this.audit = audit;
        present.watchedBy(monitor);
    }

    /** @throws StationException when no replay ran in the namespace */
    public static ReplayStationApp start(StationConfig config) {
        return start(config, Clock.systemUTC());
    }

    static ReplayStationApp start(StationConfig config, Clock wall) {
        var kafka = config.kafka();
        var serdes = new AvroSerdes(kafka.registry());
        ReplayStatus last = lastStatus(kafka, serdes);
        var replay = new StationReplay(last, wall);
        var ward = new WardView(config.settings(), config.beds(), config.speed(), last.getPosition());
        ward.showReplay(replay::snapshot);
        var steering = KafkaReplaySteering.open(kafka, serdes, wall);
        var audit = KafkaAuditTrail.open(kafka.withNamespace(last.getWard()), serdes, kafka.namespace(), wall);
        var login = new StationLogin(config.access(), config.users(), audit, wall);
        var web = config.web().withTls(ServerTls.of(config.tls(), wall));
        var offsets = StationStartOffsets.ofReplay(kafka, config.history());
        var beds = BedWatchdog.ofReadPartitions(Instant.EPOCH);
        var start = WardStart.begin(ward, beds, wall);
        RawRecordHandler handler = dispatcher(ward, beds, replay, steering, kafka, serdes)::dispatch;
        return new ReplayStationApp(
                PresentFollower.start("replay-present", kafka, offsets.presentFrom(), handler, start),
                PartitionFollower.startUntil(
                        "replay-past",
                        PartitionReader.from(kafka, "replay-past", offsets.pastFrom()),
                        offsets.pastUntil(),
                        handler),
                steering,
                StationWebServer.openReplay(ward, steering, login, web, wall, replay.clock()),
                SessionCheckTimer.start(login),
                audit);
    }

    private static RecordDispatcher dispatcher(
            WardView ward,
            BedWatchdog beds,
            StationReplay replay,
            KafkaReplaySteering steering,
            KafkaConnectionConfig kafka,
            AvroSerdes serdes) {
        var dispatcher = new RecordDispatcher(ward, beds, entry -> {}, kafka.topics(), serdes);
        dispatcher.followReplay(kafka.topics(), status -> {
            replay.take(status);
            steering.onStatus(status);
        });
        return dispatcher;
    }

    private static ReplayStatus lastStatus(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        var last = new AtomicReference<ReplayStatus>();
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().replayStatus())) {
            reader.readToEnd(record -> record.readableValue().ifPresent(last::set));
        }
        if (last.get() == null) {
            throw new StationException("NO_REPLAY", "no replay ran in " + kafka.namespace(), null);
        }
        return last.get();
    }

    /** Returns the address of the page. */
    public URI address() {
        return webServer.address();
    }

    /** Returns the address that logs in one user, once. */
    public URI loginAddress() {
        return webServer.loginAddress();
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
        steering.close();
        audit.close();
    }
}

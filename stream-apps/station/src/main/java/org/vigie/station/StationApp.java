package org.vigie.station;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.command.KafkaAlertCommandSender;
import org.vigie.station.read.RecordDispatcher;
import org.vigie.station.read.TopicStartOffsets;
import org.vigie.station.ward.WardView;
import org.vigie.station.web.StationWebServer;

/**
 * Serves the page of the unit and its API. It rebuilds its state from the topics at every start and keeps nothing on disk.
 *
 * <p>Two readers run: one follows the topics from the present on, the other fills the trends of the past and ends.
 */
public final class StationApp implements MonitoredApp {
    private static final Duration PRESENT = Duration.ofMinutes(2);
    private static final Duration WINDOWS = Duration.ofHours(2);
    private static final Duration DAY = Duration.ofDays(1);
    /** A patient limit that was set earlier than this is in force but not listed. */
    private static final Duration PATIENT_LIMITS = Duration.ofDays(30);

    private final PartitionFollower present;
    private final PartitionFollower past;
    private final KafkaAlertCommandSender orders;
    private final StationWebServer webServer;
    private final BrokerHealthCheck broker;
    private final AppMonitor monitor = new AppMonitor("station");

    private StationApp(
            PartitionFollower present,
            PartitionFollower past,
            KafkaAlertCommandSender orders,
            StationWebServer webServer,
            BrokerHealthCheck broker) {
        this.present = present;
        this.past = past;
        this.orders = orders;
        this.webServer = webServer;
        this.broker = broker;
        monitor.addLiveness(present.health())
                .addReadiness(present.readability())
                .addReadiness(broker);
    }

    /** @throws StationException when the broker or a topic cannot be reached */
    public static StationApp start(StationConfig config) {
        return start(config, Clock.systemUTC());
    }

    static StationApp start(StationConfig config, Clock wall) {
        var ward = new WardView(config.limits(), config.beds(), config.speed(), wall.instant());
        var serdes = new AvroSerdes(config.kafka().registryUrl());
        var orders = KafkaAlertCommandSender.open(config.kafka(), serdes);
        var dispatcher =
                new RecordDispatcher(ward, orders::onLedgerEntry, config.kafka().topics(), serdes);
        Map<TopicPartition, Long> presentFrom = new HashMap<>();
        Map<TopicPartition, Long> pastFrom = new HashMap<>();
        Map<TopicPartition, Long> pastUntil = new HashMap<>();
        locate(config, presentFrom, pastFrom, pastUntil);
        var webServer = StationWebServer.open(ward, orders, config.users(), config.web(), wall);
        var kafka = config.kafka();
        var present = PartitionFollower.start(
                "station-present",
                PartitionReader.from(kafka, "station-present", presentFrom),
                dispatcher::dispatch,
                ward::readerFailed);
        var past = PartitionFollower.startUntil(
                "station-past", PartitionReader.from(kafka, "station-past", pastFrom), pastUntil, dispatcher::dispatch);
        return new StationApp(present, past, orders, webServer, new BrokerHealthCheck(kafka));
    }

    /** Returns the address of the page. */
    public URI address() {
        return webServer.address();
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
        orders.close();
        broker.close();
    }

    private static void locate(
            StationConfig config,
            Map<TopicPartition, Long> presentFrom,
            Map<TopicPartition, Long> pastFrom,
            Map<TopicPartition, Long> pastUntil) {
        TopicCatalogue topics = config.kafka().topics();
        try (Admin admin = admin(config.kafka())) {
            var positions = new TopicStartOffsets(admin);
            pastUntil.putAll(positions.newest(topics.observationsClean(), PRESENT));
            pastUntil.putAll(positions.newest(topics.observationsRejected(), PRESENT));
            pastFrom.putAll(positions.newest(topics.observationsClean(), config.history()));
            pastFrom.putAll(positions.newest(topics.observationsRejected(), config.history()));
            presentFrom.putAll(pastUntil);
            presentFrom.putAll(positions.beginning(topics.staysCurrent()));
            presentFrom.putAll(positions.beginning(topics.alertsCurrent()));
            presentFrom.putAll(positions.newest(topics.alertsLedger(), PATIENT_LIMITS));
            presentFrom.putAll(positions.beginning(topics.notificationsStatus()));
            presentFrom.putAll(positions.beginning(topics.alarmsLoad()));
            presentFrom.putAll(positions.beginning(topics.triageCurrent()));
            presentFrom.putAll(positions.newest(topics.scoresSurvival(), DAY));
            presentFrom.putAll(positions.newest(topics.windowsHourly(), WINDOWS));
            presentFrom.putAll(positions.newest(topics.recordsQuarantined(), DAY));
            presentFrom.putAll(positions.beginning(topics.readingsCounted()));
        }
    }

    private static Admin admin(KafkaConnectionConfig kafka) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(15),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TimeUnit.SECONDS.toMillis(10)));
    }
}

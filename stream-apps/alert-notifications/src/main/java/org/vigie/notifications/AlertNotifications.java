package org.vigie.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notifications.config.NotificationsConfig;
import org.vigie.notifications.delivery.ChannelStatusReporter;
import org.vigie.notifications.delivery.DeliveryLoop;
import org.vigie.notifications.delivery.DeliveryLoops;
import org.vigie.notifications.delivery.DeliveryStateMetrics;
import org.vigie.notifications.delivery.DeliveryTopic;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Runs the delivery loops of the enabled notification channels.
 * <pre>
 * alerts.current --+-&gt; alertmanager
 * alerts.ledger ---+-&gt; webhook
 * alarms.bedside --+-&gt; mail
 * stays.current ---+-&gt; ihe-acm
 *                  +-&gt; notifications.status
 *                  +-&gt; notifications.deliveries
 * </pre>
 */
public final class AlertNotifications implements MonitoredApp {
    private static final Logger LOG = LoggerFactory.getLogger(AlertNotifications.class);
    private static final long STOP_TIMEOUT_MS = 10_000;

    private static final ExponentialBackoff STANDARD_BACKOFF =
            ExponentialBackoff.doubling(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final Producer<String, NotificationStatus> statuses;
    private final DeliveryTopic deliveries;
    private final List<DeliveryLoop> loops;
    private final List<Thread> threads;
    private final BrokerHealthCheck broker;
    private final AppMonitor monitor = new AppMonitor("alert-notifications");

    private AlertNotifications(
            Producer<String, NotificationStatus> statuses,
            DeliveryTopic deliveries,
            List<DeliveryLoop> loops,
            BrokerHealthCheck broker) {
        this.statuses = statuses;
        this.deliveries = deliveries;
        this.broker = broker;
        loops.forEach(loop -> monitor.addLiveness(loop.health()));
        monitor.addReadiness(broker);
        this.loops = List.copyOf(loops);
        this.threads =
                loops.stream().map(loop -> new Thread(loop, "notifications")).toList();
    }

    /** Starts the app and returns at once. */
    public static AlertNotifications start(NotificationsConfig config) {
        return start(config, STANDARD_BACKOFF);
    }

    static AlertNotifications start(NotificationsConfig config, ExponentialBackoff backoff) {
        Clock clock = Clock.systemUTC();
        var statuses = statuses(config.kafka());
        String topic = config.kafka().topics().notificationsStatus().name();
        var reporter = new ChannelStatusReporter(status -> publish(statuses, topic, status), clock);
        var metrics = new DeliveryStateMetrics();
        var deliveries = new DeliveryTopic(config.kafka());
        List<DeliveryLoop> loops =
                new DeliveryLoops(config, backoff, reporter, deliveries, metrics, deliveries.read()).all();
        var app = new AlertNotifications(statuses, deliveries, loops, new BrokerHealthCheck(config.kafka()));
        reporter.register(app.monitor.registry());
        metrics.register(app.monitor.registry());
        app.threads.forEach(Thread::start);
        return app;
    }

    private static Producer<String, NotificationStatus> statuses(KafkaConnectionConfig kafka) {
        var serde = new AvroSerdes(kafka.registry()).of(kafka.topics().notificationsStatus());
        return new KafkaClients(kafka).producer(new StringSerializer(), serde.serializer(), Map.of());
    }

    private static void publish(
            Producer<String, NotificationStatus> statuses, String topic, NotificationStatus status) {
        var unused = statuses.send(new ProducerRecord<>(topic, status.getChannel(), status), (place, failure) -> {
            if (failure != null) {
                LOG.warn("The status of {} was not published: {}", status.getChannel(), failure.getMessage());
            }
        });
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    /** Returns the names of the enabled channels. */
    public List<String> channels() {
        return loops.stream()
                .filter(loop -> !loop.isUnfiltered())
                .map(DeliveryLoop::channel)
                .toList();
    }

    /** Stops all channels. Alarms that were not delivered are delivered after the next start. */
    @Override
    public void close() {
        loops.forEach(DeliveryLoop::close);
        threads.forEach(AlertNotifications::join);
        statuses.close();
        deliveries.close();
        broker.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

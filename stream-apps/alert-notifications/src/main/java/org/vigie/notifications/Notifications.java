package org.vigie.notifications;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.runtime.Producers;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Tells alarms by every channel that is turned on.
 *
 * <pre>
 * alerts.current -+-&gt; alertmanager
 * alerts.ledger --+-&gt; webhook
 *                 +-&gt; mail
 *                 +-&gt; ihe-acm
 *                 +-&gt; notifications.status
 * </pre>
 */
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final long GOODBYE_MS = 10_000;

    private final Producer<String, NotificationStatus> statuses;
    private final List<ChannelLoop> loops;
    private final List<Thread> threads;

    private Notifications(Producer<String, NotificationStatus> statuses, List<ChannelLoop> loops) {
        this.statuses = statuses;
        this.loops = List.copyOf(loops);
        this.threads =
                loops.stream().map(loop -> new Thread(loop, "notifications")).toList();
    }

    /** Starts it; returns at once. */
    public static Notifications start(NotificationsConfig config) {
        return start(config, Backoff.STANDARD);
    }

    static Notifications start(NotificationsConfig config, Backoff backoff) {
        Clock clock = Clock.systemUTC();
        var topic = config.kafka().topics().notificationsStatus();
        var statuses = Producers.open(
                config.kafka(),
                new StringSerializer(),
                new AvroSerdes(config.kafka().registryUrl()).of(topic).serializer(),
                Map.of());
        var board = new StatusBoard(status -> say(statuses, topic.name(), status), clock);
        List<ChannelLoop> loops = channels(config, clock).stream()
                .map(channel -> new ChannelLoop(
                        channel,
                        each -> TopicAlerts.open(config.kafka(), each),
                        config.oldest(),
                        backoff,
                        board,
                        clock))
                .toList();
        var app = new Notifications(statuses, loops);
        app.threads.forEach(Thread::start);
        return app;
    }

    private static void say(Producer<String, NotificationStatus> statuses, String topic, NotificationStatus status) {
        var unused = statuses.send(new ProducerRecord<>(topic, status.getChannel(), status), (place, failure) -> {
            if (failure != null) {
                LOG.warn("How {} does cannot be said: {}", status.getChannel(), failure.getMessage());
            }
        });
    }

    private static List<Channel> channels(NotificationsConfig config, Clock clock) {
        List<Channel> channels = new ArrayList<>();
        if (config.alertmanager().enabled()) {
            channels.add(new Alertmanager(config.alertmanager()));
        }
        if (config.webhook().enabled()) {
            channels.add(new Webhook(config.webhook(), clock));
        }
        if (config.mail().enabled()) {
            channels.add(new Mail(config.mail()));
        }
        if (config.iheAcm().enabled()) {
            channels.add(new IheAcm(config.iheAcm(), clock));
        }
        return channels;
    }

    /** Names of the channels that are turned on. */
    public List<String> channels() {
        return loops.stream().map(ChannelLoop::channel).toList();
    }

    /** What was not told is told after the next start. */
    @Override
    public void close() {
        loops.forEach(ChannelLoop::close);
        for (Thread thread : threads) {
            try {
                thread.join(GOODBYE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        statuses.close();
    }
}

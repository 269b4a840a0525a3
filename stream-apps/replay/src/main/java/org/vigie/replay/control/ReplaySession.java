package org.vigie.replay.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TopicReader;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Takes what a running replay is asked, and says once a second where it is. Both stand in topics of its namespace. */
public final class ReplaySession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplaySession.class);
    private static final long STATUS_EVERY_MS = 1_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final String namespace;
    private final Topic<ReplayStatus> topic;
    private final PartitionPeriod period;
    private final ReplayPace pace;
    private final ReplayReport report;
    private final Producer<String, ReplayStatus> producer;
    private final PartitionFollower requests;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "replay-status");
        thread.setDaemon(true);
        return thread;
    });

    private ReplaySession(
            ReplayNamespace namespace,
            PartitionPeriod period,
            ReplayPace pace,
            Producer<String, ReplayStatus> producer,
            TopicReader<ReplayControl> requests) {
        this.namespace = namespace.name();
        this.topic = namespace.topics().replayStatus();
        this.period = period;
        this.pace = pace;
        this.report = new ReplayReport(namespace, period, pace);
        this.producer = producer;
        this.requests = requests.follow(request -> request.readableValue().ifPresent(this::answer));
    }

    /**
     * Opens the session of a replay whose topics exist.
     *
     * @param kafka connection to the broker of the ward
     */
    public static ReplaySession open(
            ReplayNamespace namespace,
            KafkaConnectionConfig kafka,
            AvroSerdes serdes,
            PartitionPeriod period,
            ReplayPace pace) {
        Topic<ReplayStatus> status = namespace.topics().replayStatus();
        var session = new ReplaySession(
                namespace,
                period,
                pace,
                new KafkaClients(kafka)
                        .producer(new StringSerializer(), serdes.of(status).serializer(), Map.of()),
                TopicReader.fromEnd(kafka, serdes, namespace.topics().replayControls()));
        var unused =
                session.timer.scheduleAtFixedRate(session::publishOrLog, 0, STATUS_EVERY_MS, TimeUnit.MILLISECONDS);
        return session;
    }

    private void answer(ReplayControl asked) {
        report.answer(asked);
        publish();
    }

    /** An executor never runs a task again that threw. */
    private void publishOrLog() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.warn("the state of the replay {} was not sent: {}; trying again", namespace, e.toString());
        }
    }

    private void publish() {
        var unused = producer.send(new ProducerRecord<>(topic.name(), namespace, report.status(Instant.now())));
    }

    /** Waits until the replay may take a record of the period. The warm-up, and late records after the period, are never held back. */
    public void await(Instant recorded) {
        if (recorded.isBefore(period.from()) || !recorded.isBefore(period.to())) {
            return;
        }
        report.beginPeriod();
        try {
            pace.await(recorded);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Records how far the replay is.
     *
     * @param all number of records to read, at most
     */
    public void read(long records, long all, int beds) {
        report.read(records, all, beds);
    }

    /** Records up to where results are written. */
    public void evaluated(Instant recorded) {
        report.evaluated(recorded);
    }

    /** Records that the whole period is evaluated. */
    public void end() {
        report.end(ReplayState.ENDED);
    }

    /** Sends the last status. */
    @Override
    public void close() {
        report.end(ReplayState.STOPPED);
        requests.close();
        timer.shutdownNow();
        publishOrLog();
        producer.close(CLOSED_WITHIN);
    }
}

package org.vigie.access.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.AcknowledgedSender;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Publishes audit events to {@code audit.events} on a thread of its own. Events that could not be published are counted and logged. */
public final class KafkaAuditTrail implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaAuditTrail.class);
    private static final int WAITING = 10_000;
    private static final int BLOCKED_AT_MOST_MS = 5_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);

    private final Topic<AuditEvent> topic;
    private final Producer<String, AuditEvent> producer;
    private final InstantSource clock;
    private final AuditChain chain;
    private final LongAdder lost = new LongAdder();
    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                var thread = new Thread(task, "audit");
                thread.setDaemon(true);
                return thread;
            });

    private KafkaAuditTrail(
            Topic<AuditEvent> topic, Producer<String, AuditEvent> producer, String source, InstantSource clock) {
        this.topic = topic;
        this.producer = producer;
        this.clock = clock;
        this.chain = new AuditChain(source);
    }

    /** @param source name of the server: {@code station} */
    public static KafkaAuditTrail open(
            KafkaConnectionConfig kafka, AvroSerdes serdes, String source, InstantSource clock) {
        Topic<AuditEvent> topic = kafka.topics().auditEvents();
        Producer<String, AuditEvent> producer = new KafkaClients(kafka)
                .producer(
                        new StringSerializer(),
                        serdes.of(topic).serializer(),
                        Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_AT_MOST_MS));
        return new KafkaAuditTrail(topic, producer, source, clock);
    }

    /**
     * Publishes one attempt in a chain of its own, and waits until the broker has it.
     *
     * @param source what records it: a server, or the command line
     * @return whether the broker has it; the log says why not
     */
    static boolean publishOne(KafkaConnectionConfig kafka, String source, AuditedAccess access) {
        var trail = open(kafka, new AvroSerdes(kafka.registry()), source, InstantSource.system());
        try (trail) {
            trail.record(access);
            trail.flush();
        }
        return trail.lost() == 0;
    }

    @Override
    public void record(AuditedAccess access) {
        try {
            writer.execute(() -> publish(access));
        } catch (RejectedExecutionException e) {
            lost(e);
        }
    }

    /** Waits until the broker has all events, or they are lost. */
    void flush() {
        try {
            writer.submit(producer::flush).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RejectedExecutionException e) {
            lost(e);
        }
    }

    /** Returns how many events could not be published. */
    public long lost() {
        return lost.sum();
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            var unused = writer.awaitTermination(CLOSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSED_WITHIN);
    }

    private void publish(AuditedAccess access) {
        AuditEvent event = chain.next(access, clock.instant());
        var record = new ProducerRecord<>(topic.name(), event.getChain(), event);
        var unused = new AcknowledgedSender<>(producer).send(record).whenComplete((taken, failure) -> {
            if (failure != null) {
                lost(failure);
            }
        });
    }

    private void lost(Throwable why) {
        lost.increment();
        LOG.error("AUDIT_LOST: an audit event could not be published to {}; {} so far", topic.name(), lost.sum(), why);
    }
}

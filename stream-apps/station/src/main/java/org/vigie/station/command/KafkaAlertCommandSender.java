package org.vigie.station.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.access.Principal;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.AcknowledgedSender;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Sends commands to {@code commands.alerts} and reads the answers from {@code alerts.ledger}. */
public final class KafkaAlertCommandSender implements AlertCommandSender, AutoCloseable {
    private static final long ANSWERED_WITHIN_MS = 3_000;
    private static final int TAKEN_WITHIN_MS = 5_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);

    private final Topic<AlarmCommandRecord> topic;
    private final Producer<String, AlarmCommandRecord> producer;
    private final Map<String, CompletableFuture<AlertCommandResponse>> waiting = new ConcurrentHashMap<>();

    private KafkaAlertCommandSender(Topic<AlarmCommandRecord> topic, Producer<String, AlarmCommandRecord> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    public static KafkaAlertCommandSender open(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        Topic<AlarmCommandRecord> topic = kafka.topics().commandsAlerts();
        Map<String, Object> settings = Map.of(
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, TAKEN_WITHIN_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TAKEN_WITHIN_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TAKEN_WITHIN_MS);
        return new KafkaAlertCommandSender(
                topic,
                new KafkaClients(kafka)
                        .producer(new StringSerializer(), serdes.of(topic).serializer(), settings));
    }

    @Override
    public CompletableFuture<AlertCommandResponse> send(AlertCommandRequest form, Principal user, Instant now) {
        AlarmCommandRecord command = form.command(user, now);
        String order = command.getCommand();
        var answer = waiting.computeIfAbsent(order, ignored -> new CompletableFuture<>());
        var record = new ProducerRecord<>(topic.name(), command.getStay(), command);
        var unused = new AcknowledgedSender<>(producer).send(record).whenComplete((taken, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.copy()
                .orTimeout(ANSWERED_WITHIN_MS, TimeUnit.MILLISECONDS)
                .handle((given, failure) -> {
                    waiting.remove(order, answer);
                    return given != null ? given : lateOrFailed(order, failure);
                });
    }

    /** An entry of the ledger. */
    public void onLedgerEntry(Alert entry) {
        if (entry.getCommand() != null) {
            String order = entry.getCommand().getCommand();
            var answer = waiting.get(order);
            if (answer != null) {
                answer.complete(AlertCommandResponse.of(order, entry));
            }
        }
    }

    @Override
    public void close() {
        producer.close(CLOSED_WITHIN);
    }

    private static AlertCommandResponse lateOrFailed(String order, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return AlertCommandResponse.pending(order);
        }
        throw new AlertCommandNotSentException(failure);
    }
}

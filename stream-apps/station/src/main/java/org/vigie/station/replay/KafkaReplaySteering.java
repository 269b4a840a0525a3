package org.vigie.station.replay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vigie.access.Principal;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.AcknowledgedSender;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Sends requests to {@code replay.controls} and reads the answers from {@code replay.status}. */
public final class KafkaReplaySteering implements ReplaySteering, AutoCloseable {
    private static final long ANSWERED_WITHIN_MS = 3_000;
    private static final int TAKEN_WITHIN_MS = 5_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);

    private final String namespace;
    private final Topic<ReplayControl> topic;
    private final Producer<String, ReplayControl> producer;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<ReplaySteeringResponse>> waiting = new ConcurrentHashMap<>();

    private KafkaReplaySteering(
            String namespace,
            Topic<ReplayControl> topic,
            Producer<String, ReplayControl> producer,
            InstantSource clock) {
        this.namespace = namespace;
        this.topic = topic;
        this.producer = producer;
        this.clock = clock;
    }

    public static KafkaReplaySteering open(KafkaConnectionConfig kafka, AvroSerdes serdes, InstantSource clock) {
        Topic<ReplayControl> topic = kafka.topics().replayControls();
        Map<String, Object> settings = Map.of(
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, TAKEN_WITHIN_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TAKEN_WITHIN_MS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TAKEN_WITHIN_MS);
        var producer = new KafkaClients(kafka)
                .producer(new StringSerializer(), serdes.of(topic).serializer(), settings);
        return new KafkaReplaySteering(kafka.namespace(), topic, producer, clock);
    }

    @Override
    public CompletableFuture<ReplaySteeringResponse> send(ReplaySteeringRequest request, Principal user) {
        ReplayControl control = request.control(user, clock.instant());
        var answer = new CompletableFuture<ReplaySteeringResponse>();
        waiting.put(control.getControl(), answer);
        var unused = new AcknowledgedSender<>(producer)
                .send(new ProducerRecord<>(topic.name(), namespace, control))
                .whenComplete((taken, failure) -> failOn(failure, answer));
        return answer.completeOnTimeout(ReplaySteeringResponse.pending(), ANSWERED_WITHIN_MS, TimeUnit.MILLISECONDS)
                .whenComplete((given, failure) -> waiting.remove(control.getControl()));
    }

    private static void failOn(Throwable failure, CompletableFuture<ReplaySteeringResponse> answer) {
        if (failure != null) {
            answer.completeExceptionally(failure);
        }
    }

    /** Takes a state of the replay, which may answer a request. */
    public void onStatus(ReplayStatus status) {
        if (status.getAnswers() != null) {
            var answer = waiting.get(status.getAnswers());
            if (answer != null) {
                answer.complete(ReplaySteeringResponse.of(status));
            }
        }
    }

    @Override
    public void close() {
        producer.close(CLOSED_WITHIN);
    }
}

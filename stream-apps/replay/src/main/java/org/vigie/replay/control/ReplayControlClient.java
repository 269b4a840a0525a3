package org.vigie.replay.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.AcknowledgedSender;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.ReplayControl;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Asks a running replay, and reads where it is.
 *
 * @param kafka connection to the namespace of the replay
 */
public record ReplayControlClient(KafkaConnectionConfig kafka, AvroSerdes serdes, Duration patience) {
    /** A replay sends its status once a second. One that sent none for so long does not run. */
    private static final Duration SILENT = Duration.ofSeconds(5);

    /**
     * Sends a request and waits for the answer.
     *
     * @return the status that answers it
     * @throws IllegalArgumentException when the replay refuses it, with the reason
     * @throws IllegalStateException when no replay answers
     */
    @SuppressWarnings("try") // The follower is closed at the end, nothing is asked of it.
    public ReplayStatus ask(ReplayControl asked) throws ExecutionException, InterruptedException {
        var answer = new CompletableFuture<ReplayStatus>();
        try (var answers = TopicReader.fromEnd(kafka, serdes, kafka.topics().replayStatus())
                .follow(status -> status.readableValue()
                        .filter(each -> asked.getControl().equals(each.getAnswers()))
                        .ifPresent(answer::complete))) {
            send(asked);
            return obeyed(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "no replay answers in " + kafka.namespace() + ": waited " + patience.toSeconds()
                            + " s; ./vigie replay control status shows its last state",
                    e);
        }
    }

    private static ReplayStatus obeyed(ReplayStatus answer) {
        if (answer.getRefusal() != null) {
            throw new IllegalArgumentException(answer.getRefusal());
        }
        return answer;
    }

    private void send(ReplayControl asked) throws ExecutionException, InterruptedException {
        var topic = kafka.topics().replayControls();
        try (var producer = new KafkaClients(kafka)
                .producer(new StringSerializer(), serdes.of(topic).serializer(), Map.of())) {
            new AcknowledgedSender<>(producer)
                    .send(new ProducerRecord<>(topic.name(), kafka.namespace(), asked))
                    .get();
        }
    }

    /**
     * Returns the last status; empty when the replay sent none. A replay that sent none for five seconds is stopped.
     *
     * @param now wall time
     */
    public Optional<ReplayStatus> last(Instant now) {
        var newest = new AtomicReference<@Nullable ReplayStatus>();
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().replayStatus())) {
            reader.readToEnd(record -> record.readableValue().ifPresent(newest::set));
        }
        return Optional.ofNullable(newest.get()).map(status -> judged(status, now));
    }

    private static ReplayStatus judged(ReplayStatus status, Instant now) {
        if (status.getState() != ReplayState.ENDED && status.getSentAt().isBefore(now.minus(SILENT))) {
            status.setState(ReplayState.STOPPED);
        }
        return status;
    }
}

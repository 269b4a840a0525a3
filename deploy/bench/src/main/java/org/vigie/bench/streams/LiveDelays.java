package org.vigie.bench.streams;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vigie.bench.MeasurementSummary;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;

/** Measures the time from the broker's append of a message to that of its verdicts, while a ward runs. */
record LiveDelays(KafkaConnectionConfig kafka) {
    /** Returns the delays in ms of all messages that are cleaned within a time. */
    @SuppressWarnings("try") // The follower is closed at the end, nothing is asked of it.
    MeasurementSummary measure(Duration length) throws InterruptedException {
        Queue<Double> delays = new ConcurrentLinkedQueue<>();
        var clean = TopicReader.fromEnd(
                kafka, new AvroSerdes(kafka.registry()), kafka.topics().observationsClean());
        try (var follower = clean.follow(record -> addDelay(delays, record))) {
            Thread.sleep(length.toMillis());
        }
        return MeasurementSummary.of(
                delays.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void addDelay(Queue<Double> delays, TopicRecord<CleanObservation> record) {
        record.readableValue()
                .ifPresent(clean -> delays.add((double) Duration.between(clean.getPublishedAt(), record.timestamp())
                        .toMillis()));
    }
}

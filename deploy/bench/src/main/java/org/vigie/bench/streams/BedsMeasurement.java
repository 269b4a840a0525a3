package org.vigie.bench.streams;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.bench.MeasurementSummary;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.simulator.BedsideSimulator;

/**
 * Measures the running apps at one number of beds.
 *
 * @param heapBefore used heap before the apps started, in bytes
 */
record BedsMeasurement(
        KafkaConnectionConfig kafka,
        int beds,
        PassThroughPipeline passed,
        BedsideSimulator simulator,
        long heapBefore) {
    private static final String ALERTS = "alert-streams";

    @SuppressWarnings("try") // The follower is closed at the end, nothing is asked of it.
    BedsStep measure(Duration length) throws InterruptedException {
        Queue<Double> delays = new ConcurrentLinkedQueue<>();
        var ledger = TopicReader.fromEnd(
                kafka, new AvroSerdes(kafka.registry()), kafka.topics().alertsLedger());
        long published = simulator.published().observations();
        long readings = passed.readings().sum();
        List<ThreadUsage> before = usages();
        try (var follower = ledger.follow(entry -> addDelay(delays, entry))) {
            Thread.sleep(length.toMillis());
        }
        List<ThreadUsage> after = usages();
        long measured = Math.max(1, passed.readings().sum() - readings);
        double share = (simulator.published().observations() - published) / (double) (beds * length.toSeconds());
        return step(
                delays,
                share,
                List.of(
                        after.get(0).since(before.get(0)).cpuMicrosPer(measured),
                        after.get(1).since(before.get(1)).cpuMicrosPer(measured),
                        after.get(2).since(before.get(2)).cpuMicrosPer(measured)));
    }

    private BedsStep step(Queue<Double> delays, double published, List<Double> cpuMicros) {
        long lag = lag();
        double p99 = delays.isEmpty()
                ? 0
                : MeasurementSummary.of(
                                delays.stream().mapToDouble(Double::doubleValue).toArray())
                        .p99();
        return new BedsStep(
                beds,
                delays.size(),
                p99,
                lag,
                published,
                cpuMicros.get(0) + cpuMicros.get(1),
                cpuMicros.get(0),
                cpuMicros.get(2),
                new ChangelogSize(kafka).bytes() / beds,
                (usedHeap() - heapBefore) / beds);
    }

    private static List<ThreadUsage> usages() {
        return List.of(StreamSubject.CLEAN.usage(), ThreadUsage.of(ALERTS), StreamSubject.PASS_THROUGH.usage());
    }

    private static void addDelay(Queue<Double> delays, TopicRecord<Alert> entry) {
        entry.value()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .ifPresent(alert -> delays.add((double) Duration.between(alert.getCausePublishedAt(), entry.timestamp())
                        .toMillis()));
    }

    private long lag() {
        try (var consumer =
                new KafkaClients(kafka).consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), Map.of())) {
            return end(consumer, kafka.topics().observationsRaw())
                    - end(consumer, kafka.topics().observationsClean());
        }
    }

    private static long end(Consumer<?, ?> consumer, Topic<?> topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns the used heap after a collection, in bytes. */
    @SuppressWarnings("ExplicitGC")
    static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

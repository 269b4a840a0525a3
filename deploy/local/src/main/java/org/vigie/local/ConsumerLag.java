package org.vigie.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.alerts.AlertStreams;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;
import org.vigie.vitals.VitalsStreams;

/** Measures how many records the Streams apps have not processed yet, by the offsets on the broker. */
final class ConsumerLag implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 100;

    private final KafkaConnectionConfig kafka;
    private final Admin admin;

    ConsumerLag(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        admin = Admin.create(kafka.clientSettings(Map.of()));
    }

    /**
     * Waits until an app has processed, in each partition, all records that the topic holds now.
     *
     * @throws TimeoutException when records are left after that time
     */
    void awaitCaughtUp(String app, Topic<?> topic, Duration patience) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> now = ends(topic);
        while (!isCaughtUp(app, now)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(app + " has not worked off " + topic.name() + " within " + patience);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /**
     * Waits until the beds of a ward have sent their past, and vitals-streams and alert-streams have processed it.
     *
     * @throws TimeoutException when that takes longer than the patience
     */
    void awaitPastProcessed(ReportedWard ward, Duration patience) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        ward.awaitBedsLive(patience);
        awaitCaughtUp(VitalsStreams.NAME, kafka.topics().observationsRaw(), left(end));
        awaitCaughtUp(AlertStreams.NAME, kafka.topics().observationsClean(), left(end));
    }

    private static Duration left(long end) {
        return Duration.ofNanos(end - System.nanoTime());
    }

    @Override
    public void close() {
        admin.close();
    }

    private boolean isCaughtUp(String app, Map<TopicPartition, Long> ends) throws InterruptedException {
        var committed = answer(() -> admin.listConsumerGroupOffsets(StreamsApp.group(app, kafka))
                .partitionsToOffsetAndMetadata()
                .get());
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || (committed.get(end.getKey()) != null
                                && committed.get(end.getKey()).offset() >= end.getValue()));
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, kafka.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                answer(() -> admin.listOffsets(latest).all().get());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Sends one request to the broker. */
    private interface AdminRequest<A> {
        A ask() throws InterruptedException, ExecutionException;
    }

    private static <A> A answer(AdminRequest<A> request) throws InterruptedException {
        try {
            return request.ask();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not report the offsets of the apps", e.getCause());
        }
    }
}

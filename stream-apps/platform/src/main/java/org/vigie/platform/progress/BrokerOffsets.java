package org.vigie.platform.progress;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

/** Reads the end offsets of observations.raw and observations.clean, and the offsets that the apps have committed. */
final class BrokerOffsets implements ReadProgressMonitor.OffsetSource {
    /** Name of the app that reads observations.clean. */
    static final String READER = "alert-streams";

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaConnectionConfig kafka;
    private final Admin admin;

    BrokerOffsets(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        admin = Admin.create(kafka.clientSettings(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS)));
    }

    /** Reads the offsets in an order that matters: an end is read before the committed offset that is compared with it. */
    @Override
    public ReadProgress.OffsetSnapshot ask() throws ExecutionException, InterruptedException {
        long at = System.currentTimeMillis();
        var raw = kafka.topics().observationsRaw();
        var clean = kafka.topics().observationsClean();
        Map<Integer, Long> rawEnds = offsets(raw, OffsetSpec.latest());
        Map<Integer, Long> rawRead = read(ReadProgressMonitor.UPSTREAM, raw, rawEnds);
        Map<Integer, Long> cleanEnds = offsets(clean, OffsetSpec.latest());
        Map<Integer, Long> cleanRead = read(READER, clean, cleanEnds);
        return new ReadProgress.OffsetSnapshot(at, rawEnds, rawRead, cleanEnds, cleanRead);
    }

    private Map<Integer, Long> offsets(Topic<?> topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> requested = partitions(topic).stream()
                .map(each -> new TopicPartition(topic.name(), each.partition()))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<Integer, Long> offsets = new HashMap<>();
        admin.listOffsets(requested)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }

    /** Returns the partitions of the topic on the broker, whatever the configuration says. */
    private List<TopicPartitionInfo> partitions(Topic<?> topic) throws ExecutionException, InterruptedException {
        var topics = admin.describeTopics(List.of(topic.name())).allTopicNames().get();
        return requireNonNull(topics.get(topic.name()), topic.name()).partitions();
    }

    /** Returns the committed offsets of an app. A partition without a committed offset counts as read if it is empty. */
    private Map<Integer, Long> read(String app, Topic<?> topic, Map<Integer, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<Integer, Long> read = new HashMap<>();
        admin.listConsumerGroupOffsets(StreamsApp.group(app, kafka))
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, committed) -> {
                    if (committed != null && partition.topic().equals(topic.name())) {
                        read.put(partition.partition(), committed.offset());
                    }
                });
        if (!read.keySet().containsAll(ends.keySet())) {
            offsets(topic, OffsetSpec.earliest()).forEach(read::putIfAbsent);
        }
        return read;
    }

    @Override
    public void close() {
        admin.close(CLOSE_TIMEOUT);
    }
}

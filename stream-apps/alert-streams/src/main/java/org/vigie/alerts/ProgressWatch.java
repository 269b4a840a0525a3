package org.vigie.alerts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.runtime.KafkaSettings;
import org.vigie.runtime.StreamsApp;
import org.vigie.schemas.topic.Topic;

/**
 * Asks the broker once a second how far vitals-streams and alert-streams have read, and says in the log when they are late. Without an
 * answer nothing is known to be read, so that no stay is called silent.
 */
final class ProgressWatch implements ReadUpTo, AutoCloseable {
    /** The app that makes observations.clean of observations.raw. */
    static final String UPSTREAM = "vitals-streams";

    private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);
    private static final long EVERY_MS = 1_000;
    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final Duration late;
    private final Admin admin;
    private final ScheduledExecutorService timer;
    private final ReadProgress progress = new ReadProgress();
    private final long begun = System.currentTimeMillis();
    private boolean isLate;
    private boolean isUnanswered;

    private ProgressWatch(KafkaSettings kafka, Duration late) {
        this.kafka = kafka;
        this.late = late;
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS));
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "read-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param late from then on readings that wait are worth a word */
    static ProgressWatch start(KafkaSettings kafka, Duration late) {
        var watch = new ProgressWatch(kafka, late);
        var unused = watch.timer.scheduleWithFixedDelay(watch::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public long of(int clean, Set<Integer> raw, long now) {
        return progress.of(clean, raw, now);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(CLOSE_TIMEOUT);
    }

    private void look() {
        try {
            progress.see(ask());
            say(false);
        } catch (ExecutionException | RuntimeException e) {
            if (!isUnanswered) {
                LOG.warn("The broker does not say how far {} and {} have read", UPSTREAM, AlertStreams.NAME, e);
            }
            say(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The order matters: what is found to be read was there when its end was asked for. */
    private ReadProgress.Look ask() throws ExecutionException, InterruptedException {
        long at = System.currentTimeMillis();
        var raw = kafka.topics().observationsRaw();
        var clean = kafka.topics().observationsClean();
        Map<Integer, Long> rawEnds = offsets(raw, OffsetSpec.latest());
        Map<Integer, Long> rawRead = read(UPSTREAM, raw, rawEnds);
        Map<Integer, Long> cleanEnds = offsets(clean, OffsetSpec.latest());
        Map<Integer, Long> cleanRead = read(AlertStreams.NAME, clean, cleanEnds);
        return new ReadProgress.Look(at, rawEnds, rawRead, cleanEnds, cleanRead);
    }

    private Map<Integer, Long> offsets(Topic<?> topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, kafka.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<Integer, Long> offsets = new HashMap<>();
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }

    /** A group that has committed nothing of a partition, or so long ago that it was forgotten, has read it when it holds nothing. */
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

    private void say(boolean unanswered) {
        isUnanswered = unanswered;
        Duration behind = Duration.ofMillis(System.currentTimeMillis() - Math.max(begun, progress.all()));
        boolean nowLate = behind.compareTo(late) >= 0;
        if (nowLate && !isLate) {
            LOG.warn(
                    "What the beds say is taken in {} s late: levels are unknown, and no bed is called silent until it has caught up",
                    behind.toSeconds());
        } else if (isLate && !nowLate) {
            LOG.info("What the beds say is taken in without delay again");
        }
        isLate = nowLate;
    }
}

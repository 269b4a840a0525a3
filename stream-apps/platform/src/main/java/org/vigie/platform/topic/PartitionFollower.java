package org.vigie.platform.topic;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HeartbeatCheck;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;

/**
 * Follows partitions on a thread of its own until it is closed. When reading or handling fails (the registry does not answer), it logs
 * the failure and reads the same record again a second later.
 */
public final class PartitionFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionFollower.class);
    private static final ExponentialBackoff RETRY_PAUSE = ExponentialBackoff.constant(Duration.ofSeconds(1));
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final PartitionReader reader;
    private final Map<TopicPartition, Long> until;
    private final RawRecordHandler handler;
    private final Consumer<Boolean> failing;
    private final HeartbeatCheck heartbeat;
    private volatile boolean isFailing;
    private final RetryExecutor retry = new RetryExecutor(RETRY_PAUSE, failure -> true, this::failed);
    private final Thread thread;

    private PartitionFollower(
            String name,
            PartitionReader reader,
            Map<TopicPartition, Long> until,
            RawRecordHandler handler,
            Consumer<Boolean> failing) {
        this.reader = reader;
        this.until = until;
        this.handler = handler;
        this.failing = failing;
        this.heartbeat = new HeartbeatCheck(name, LONGEST_ROUND, InstantSource.system());
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Follows the reader's partitions for ever and closes the reader at the end.
     *
     * @param name of the thread and in the log
     * @param failing receives after each poll whether reading fails now
     */
    public static PartitionFollower start(
            String name, PartitionReader reader, RawRecordHandler handler, Consumer<Boolean> failing) {
        return started(new PartitionFollower(name, reader, Map.of(), handler, failing));
    }

    /** Reads each partition up to, not including, its offset in {@code until}, then ends and closes the reader. */
    public static PartitionFollower startUntil(
            String name, PartitionReader reader, Map<TopicPartition, Long> until, RawRecordHandler handler) {
        return started(new PartitionFollower(name, reader, until, handler, ignored -> {}));
    }

    private static PartitionFollower started(PartitionFollower follower) {
        follower.thread.start();
        return follower;
    }

    /** Fails when the follower has not polled for two minutes. */
    public HealthCheck health() {
        return heartbeat;
    }

    /** Fails while records cannot be read or handled. */
    public HealthCheck readability() {
        return HealthCheck.of(
                heartbeat.name() + " reads", () -> !isFailing, () -> isFailing ? "the last poll failed" : "reads");
    }

    private void run() {
        try (reader) {
            while (!retry.isClosed() && !reader.leaveReached(until)) {
                boolean unused = retry.isDoneBeforeClose(this::poll);
            }
        }
    }

    private void poll() {
        reader.poll(this::handle);
        report(false);
    }

    private void failed(int number, RuntimeException failure) {
        LOG.warn("{}: {}; trying again", thread.getName(), failure.toString());
        report(true);
    }

    private void report(boolean isFailingNow) {
        isFailing = isFailingNow;
        heartbeat.beat();
        failing.accept(isFailingNow);
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < until.getOrDefault(partition, Long.MAX_VALUE)) {
            handler.handle(record);
        }
    }

    /** Waits up to five seconds until the record at hand is taken. */
    @Override
    public void close() {
        retry.close();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

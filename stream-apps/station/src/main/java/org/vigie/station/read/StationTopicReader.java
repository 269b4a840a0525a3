package org.vigie.station.read;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads given partitions from given offsets on a thread of its own. When the world breaks (the registry does not answer) it says so and
 * tries again from the same record: nothing is skipped.
 */
public final class StationTopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StationTopicReader.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final long RETRY_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 5_000;

    private final String servers;
    private final Map<TopicPartition, Long> next;
    private final Map<TopicPartition, Long> until;
    private final RecordDispatcher dispatcher;
    private final Consumer<Boolean> failed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private StationTopicReader(
            String name,
            String servers,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> until,
            RecordDispatcher dispatcher,
            Consumer<Boolean> failed) {
        this.servers = servers;
        this.next = new ConcurrentHashMap<>(from);
        this.until = until;
        this.dispatcher = dispatcher;
        this.failed = failed;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Reads on for ever.
     *
     * @param failed told whether reading fails for now
     */
    public static StationTopicReader start(
            String name,
            String servers,
            Map<TopicPartition, Long> from,
            RecordDispatcher dispatcher,
            Consumer<Boolean> failed) {
        var reader = new StationTopicReader(name, servers, from, Map.of(), dispatcher, failed);
        reader.thread.start();
        return reader;
    }

    /** Reads up to, not including, {@code until} and ends. */
    public static StationTopicReader startUntil(
            String name,
            String servers,
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> until,
            RecordDispatcher dispatcher) {
        var reader = new StationTopicReader(name, servers, from, until, dispatcher, ignored -> {});
        reader.next.keySet().removeIf(partition -> from.get(partition) >= until.get(partition));
        reader.thread.start();
        return reader;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isDone()) {
            try (var consumer = consumer()) {
                read(consumer);
            } catch (RuntimeException e) {
                LOG.warn("{}: {}; trying again", thread.getName(), e.toString());
                failed.accept(true);
                waitToRetry();
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(next.keySet());
        next.forEach(consumer::seek);
        while (!isDone()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                take(record);
            }
            failed.accept(false);
            leaveWhatIsRead(consumer);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < until.getOrDefault(partition, Long.MAX_VALUE)) {
            dispatcher.dispatch(record);
        }
        next.put(partition, record.offset() + 1);
    }

    private void leaveWhatIsRead(KafkaConsumer<byte[], byte[]> consumer) {
        if (next.keySet()
                .removeIf(partition ->
                        until.containsKey(partition) && consumer.position(partition) >= until.get(partition))) {
            consumer.assign(next.keySet());
        }
    }

    private boolean isDone() {
        return closed.getCount() == 0 || next.isEmpty();
    }

    private void waitToRetry() {
        try {
            closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                thread.getName(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

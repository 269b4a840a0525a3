package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryClosedException;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.sink.store.DependencyUnavailableException;
import org.vigie.sink.store.StoreSchema;
import org.vigie.sink.store.StoreWriter;

class SinkLoopTest {
    private static final byte[] OF_UNKNOWN_SCHEMA = {0, 0, 0, 0, 9, 1};

    private final SinkConfig config = new SinkConfig(
            new KafkaConnectionConfig("127.0.0.1:1", "http://127.0.0.1:1", "ward", 1),
            "http://127.0.0.1:1",
            "admin",
            Optional.empty(),
            10,
            Duration.ofMillis(1),
            "1");
    private final TopicPartition clean =
            new TopicPartition(config.kafka().topics().observationsClean().name(), 0);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @Test
    void recordsThatWereFetchedButNotReadAreNotCommittedWhenTheSinkStops() {
        // given: three records while the registry does not answer, and a stop during the first retry
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(clean));
            consumer.updateBeginningOffsets(Map.of(clean, 0L));
            for (int offset = 0; offset < 3; offset++) {
                consumer.addRecord(new ConsumerRecord<>(clean.topic(), 0, offset, new byte[0], OF_UNKNOWN_SCHEMA));
            }
        });
        AtomicReference<RetryExecutor> stop = new AtomicReference<>();
        RetryExecutor retry = new RetryExecutor(
                ExponentialBackoff.constant(Duration.ofMillis(1)),
                DependencyUnavailableException.class::isInstance,
                (attempt, failure) -> stop.get().close());
        stop.set(retry);

        // when: the consumer leaves its group after the stop
        var serdes = new AvroSerdes(config.kafka().registry());
        var counters = new SinkCounters(new PrometheusRegistry());
        try (var deadLetters = new DeadLetterPublisher(config.kafka(), serdes, Clock.systemUTC());
                var writer = new StoreWriter(config.store(), new StoreSchema(config.store(), config.tables()))) {
            var reader = new SinkRecordReader(config.kafka().topics(), config.tables(), serdes, deadLetters, counters);
            var batch = new RowBatch(config.batchRows(), config.linger());
            SinkLoop loop = new SinkLoop(
                    consumer, reader, writer, deadLetters, batch, retry, counters, Clock.systemUTC(), () -> {});
            assertThatExceptionOfType(RetryClosedException.class).isThrownBy(loop::run);
            consumer.rebalance(List.of());
        }

        // then
        assertThat(consumer.committed(Set.of(clean)).get(clean)).isNull();
    }
}

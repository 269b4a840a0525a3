package org.vigie.sink;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.store.DependencyUnavailableException;
import org.vigie.sink.store.RefusedRow;
import org.vigie.sink.store.StoreWriter;

/**
 * Reads records, stores their rows and commits their offsets, in this order. Offsets are committed when the store has the rows and the
 * broker has the dead letters: nothing is lost, and a record that is read twice is stored once. Records that were fetched and not mapped
 * yet are not committed, whatever ends the loop.
 */
final class SinkLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);

    private final Consumer<byte[], byte[]> consumer;
    private final SinkRecordReader reader;
    private final StoreWriter writer;
    private final DeadLetterPublisher deadLetters;
    private final RowBatch batch;
    private final RetryExecutor retry;
    private final SinkCounters counters;
    private final Clock clock;
    private final Runnable roundDone;

    SinkLoop(
            Consumer<byte[], byte[]> consumer,
            SinkRecordReader reader,
            StoreWriter writer,
            DeadLetterPublisher deadLetters,
            RowBatch batch,
            RetryExecutor retry,
            SinkCounters counters,
            Clock clock,
            Runnable roundDone) {
        this.consumer = consumer;
        this.reader = reader;
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.batch = batch;
        this.retry = retry;
        this.counters = counters;
        this.clock = clock;
        this.roundDone = roundDone;
    }

    @Override
    public void run() {
        consumer.subscribe(reader.topics(), new StoreBeforeLeaving());
        while (!retry.isClosed()) {
            read();
            if (batch.isDue(clock.instant())) {
                store();
            }
            roundDone.run();
        }
        store();
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(batch.pollTimeout(clock.instant()))) {
            batch.add(record, retry.retryUntilDone(() -> reader.rows(record)), clock.instant());
            counters.read(record.timestamp(), batch.size());
        }
    }

    private void store() {
        List<StoreRow> rows = batch.rows();
        List<RefusedRow> refusals = retry.retryUntilDone(() -> writer.write(rows));
        refusals.forEach(refusal -> retry.retryUntilDone(() -> deadLetters.refused(refusal)));
        deadLetters.await();
        retry.retryUntilDone(this::commit);
        counters.stored(rows.size() - refusals.size(), refusals.size(), clock.instant());
        batch.clear();
    }

    private void commit() {
        try {
            consumer.commitSync(batch.next());
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info(
                    "Partitions moved to another sink before their offsets were committed; it stores the same rows again, which changes nothing");
        } catch (TimeoutException e) {
            throw new DependencyUnavailableException("The broker takes no offsets", e);
        }
    }

    /** Stores what was read of partitions before another sink takes them over. */
    private final class StoreBeforeLeaving implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            store();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("Stores {} partitions", partitions.size());
        }
    }
}

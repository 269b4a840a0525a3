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

/** Read, store, commit, again. Offsets are committed when the store has the rows and the broker the letters: nothing is lost, and what
 * is read twice is stored once. */
final class SinkLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordReader reader;
    private final StoreWriter writer;
    private final Letters letters;
    private final Batch batch;
    private final Patience patience;
    private final Counters counters;
    private final Clock clock;

    SinkLoop(
            Consumer<byte[], byte[]> consumer,
            RecordReader reader,
            StoreWriter writer,
            Letters letters,
            Batch batch,
            Patience patience,
            Counters counters,
            Clock clock) {
        this.consumer = consumer;
        this.reader = reader;
        this.writer = writer;
        this.letters = letters;
        this.batch = batch;
        this.patience = patience;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void run() {
        consumer.subscribe(reader.topics(), new StoreBeforeLeaving());
        while (!patience.isClosed()) {
            read();
            if (batch.isDue(clock.instant())) {
                store();
            }
        }
        store();
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(batch.patience(clock.instant()))) {
            batch.add(patience.until(() -> reader.rows(record)), clock.instant());
        }
    }

    private void store() {
        List<Row> rows = batch.rows();
        List<Refusal> refusals = patience.until(() -> writer.write(rows));
        refusals.forEach(refusal -> patience.until(() -> letters.refused(refusal)));
        letters.await();
        patience.until(this::commit);
        counters.stored(rows.size() - refusals.size(), refusals.size());
        batch.clear();
    }

    private void commit() {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.info("Partitions moved before their offsets were committed: another sink stores the same rows again");
        } catch (TimeoutException e) {
            throw new UnavailableException("The broker takes no offsets", e);
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

package org.vigie.station.past;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.platform.topic.SequentialWorker;
import org.vigie.station.past.SituationRecordReader.RecordDecoder;

/**
 * Decodes records on one thread and takes them on a second one, both in their order, while the caller reads on. It holds a few thousand
 * records at most.
 */
final class DecodingPipeline implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int MOST_BATCHES_WAITING = 4;

    private final RecordDecoder decoder;
    private final SequentialWorker taking = new SequentialWorker("past-taking", MOST_BATCHES_WAITING);
    private final SequentialWorker decoding = new SequentialWorker("past-decoding", MOST_BATCHES_WAITING);
    private List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(BATCH);

    DecodingPipeline(RecordDecoder decoder) {
        this.decoder = decoder;
    }

    /** @throws RuntimeException that an earlier record caused */
    void take(ConsumerRecord<byte[], byte[]> record) {
        batch.add(record);
        if (batch.size() == BATCH) {
            decodeBatch();
        }
    }

    private void decodeBatch() {
        List<ConsumerRecord<byte[], byte[]>> records = batch;
        batch = new ArrayList<>(BATCH);
        decoding.run(() -> {
            List<Runnable> decoded = records.stream().map(decoder::decode).toList();
            taking.run(() -> decoded.forEach(Runnable::run));
        });
    }

    /**
     * Waits until all records are taken.
     *
     * @throws RuntimeException that one of them caused
     */
    void finish() {
        decodeBatch();
        decoding.finish();
        taking.finish();
    }

    /** Ends both threads after what is waiting. */
    @Override
    public void close() {
        decoding.close();
        taking.close();
    }
}

package org.vigie.local.erase;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.ByteBufferOutputStream;

/**
 * Writes a batch of records without some of them.
 *
 * @param fates what becomes of a record, by its offset
 */
record BatchErasure(Map<Long, RecordFate> fates) {
    private static final int SPARE_BYTES = 1024;

    /** Returns true when the batch holds a record that is removed or replaced. */
    boolean concerns(RecordBatch batch) {
        return !batch.isControlBatch()
                && StreamSupport.stream(batch.spliterator(), false)
                        .anyMatch(record -> fates.containsKey(record.offset()));
    }

    /** Returns the bytes that take the place of the batch; a batch that is not concerned keeps its bytes. */
    ByteBuffer bytes(RecordBatch batch) {
        if (!concerns(batch)) {
            ByteBuffer bytes = ByteBuffer.allocate(batch.sizeInBytes());
            batch.writeTo(bytes);
            return bytes.flip();
        }
        List<Record> left = StreamSupport.stream(batch.spliterator(), false)
                .filter(record -> !RecordFate.REMOVED.equals(fates.get(record.offset())))
                .toList();
        return left.isEmpty() ? emptied(batch) : rewritten(batch, left);
    }

    /** Keeps the header, so that the end of the partition and the sequence of its producer stay what they are. */
    private static ByteBuffer emptied(RecordBatch batch) {
        ByteBuffer bytes = ByteBuffer.allocate(DefaultRecordBatch.RECORD_BATCH_OVERHEAD);
        DefaultRecordBatch.writeEmptyHeader(
                bytes,
                batch.magic(),
                batch.producerId(),
                batch.producerEpoch(),
                batch.baseSequence(),
                batch.baseOffset(),
                batch.lastOffset(),
                batch.partitionLeaderEpoch(),
                batch.timestampType(),
                batch.maxTimestamp(),
                batch.isTransactional(),
                batch.isControlBatch());
        return bytes.position(DefaultRecordBatch.RECORD_BATCH_OVERHEAD).flip();
    }

    private ByteBuffer rewritten(RecordBatch batch, List<Record> left) {
        var out = new ByteBufferOutputStream(batch.sizeInBytes() + SPARE_BYTES);
        try (MemoryRecordsBuilder builder = builder(batch, out)) {
            for (Record record : left) {
                builder.appendWithOffset(
                        record.offset(), record.timestamp(), record.key(), value(record), record.headers());
            }
            builder.overrideLastOffset(batch.lastOffset());
        }
        return out.buffer().flip();
    }

    private static MemoryRecordsBuilder builder(RecordBatch batch, ByteBufferOutputStream out) {
        return new MemoryRecordsBuilder(
                out,
                batch.magic(),
                Compression.of(batch.compressionType()).build(),
                batch.timestampType(),
                batch.baseOffset(),
                batch.maxTimestamp(),
                batch.producerId(),
                batch.producerEpoch(),
                batch.baseSequence(),
                batch.isTransactional(),
                batch.isControlBatch(),
                batch.partitionLeaderEpoch(),
                Integer.MAX_VALUE,
                batch.deleteHorizonMs().orElse(RecordBatch.NO_TIMESTAMP));
    }

    private ByteBuffer value(Record record) {
        return fates.get(record.offset()) instanceof RecordFate.ReplacedFate replaced
                ? ByteBuffer.wrap(replaced.value())
                : record.value();
    }
}

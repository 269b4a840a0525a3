package org.vigie.local.erase;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes a segment of a partition without some of its records. All other records keep their offsets and their batches, as after the log
 * cleaner of Kafka: the identity of a reading is its offset.
 *
 * @param log the segment's file {@code *.log}; no broker may have it open
 * @param fates what becomes of a record, by its offset
 */
record SegmentErasure(Path log, Map<Long, RecordFate> fates) {
    private static final String LOG = ".log";
    private static final List<String> INDEXES = List.of(".index", ".timeindex", ".txnindex");

    /** Writes the segment again when it holds one of the records. */
    void run() throws IOException {
        var batches = new BatchErasure(fates);
        try (FileRecords records = FileRecords.open(log.toFile(), false)) {
            if (StreamSupport.stream(records.batches().spliterator(), false).noneMatch(batches::concerns)) {
                return;
            }
            Path fresh = log.resolveSibling(log.getFileName() + ".erased");
            write(records, batches, fresh);
            deleteIndexes();
            Files.move(fresh, log, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(FileRecords records, BatchErasure batches, Path fresh) throws IOException {
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (var batch : records.batches()) {
                Utils.writeFully(out, batches.bytes(batch));
            }
            out.force(true);
        }
    }

    /** A broker makes a missing index again when it starts. An index of the old segment beside the new one would lead to wrong places. */
    private void deleteIndexes() throws IOException {
        String name = log.getFileName().toString();
        for (String index : INDEXES) {
            Files.deleteIfExists(log.resolveSibling(name.replace(LOG, index)));
        }
    }
}

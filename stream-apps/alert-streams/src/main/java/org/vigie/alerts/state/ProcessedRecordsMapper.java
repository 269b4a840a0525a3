package org.vigie.alerts.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.alerts.state.record.ProcessedOffsetStateRecord;
import org.vigie.signal.identify.AttributedOffsets;

/**
 * Maps the processed records of a stay to their stored form. Offsets of records of partition p that were attributed late have the key -1 - p.
 */
final class ProcessedRecordsMapper {
    private ProcessedRecordsMapper() {}

    static List<ProcessedOffsetStateRecord> toRecords(ProcessedRecords processed) {
        List<ProcessedOffsetStateRecord> stored = new ArrayList<>();
        processed
                .offsets()
                .forEach((partition, offset) -> stored.add(stored(partition, AttributedOffsets.upTo(offset))));
        processed.attributed().forEach((partition, offsets) -> stored.add(stored(-1 - partition, offsets)));
        return stored;
    }

    private static ProcessedOffsetStateRecord stored(int key, AttributedOffsets offsets) {
        List<Long> steps = new ArrayList<>(offsets.above().length);
        long last = offsets.floor();
        for (long offset : offsets.above()) {
            steps.add(offset - last);
            last = offset;
        }
        return new ProcessedOffsetStateRecord(
                key, offsets.floor(), steps, offsets.publishedAt().toEpochMilli());
    }

    static ProcessedRecords toRule(List<ProcessedOffsetStateRecord> stored, String bed, Instant published) {
        Map<Integer, Long> live = new HashMap<>();
        Map<Integer, AttributedOffsets> attributed = new HashMap<>();
        for (ProcessedOffsetStateRecord each : stored) {
            if (each.getKey() < 0) {
                attributed.put(-1 - each.getKey(), attributed(each));
            } else {
                live.put(each.getKey(), each.getOffset());
            }
        }
        return new ProcessedRecords(live, attributed, bed, published);
    }

    private static AttributedOffsets attributed(ProcessedOffsetStateRecord stored) {
        long[] above = new long[stored.getSteps().size()];
        long last = stored.getOffset();
        for (int index = 0; index < above.length; index++) {
            last += stored.getSteps().get(index);
            above[index] = last;
        }
        return new AttributedOffsets(stored.getOffset(), above, Instant.ofEpochMilli(stored.getPublished()));
    }
}

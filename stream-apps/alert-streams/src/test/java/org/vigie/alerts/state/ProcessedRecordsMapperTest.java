package org.vigie.alerts.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.state.record.ProcessedOffsetStateRecord;
import org.vigie.signal.identify.AttributedOffsets;

/** Tests that the processed records of a stay are read as they were stored, also those of earlier releases. */
class ProcessedRecordsMapperTest {
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void offsetsThatWereAttributedInRoundsAreReadAsTheyWereStored() {
        // given
        AttributedOffsets rounds = AttributedOffsets.upTo(4).and(40, PUBLISHED).and(12, PUBLISHED);
        var processed = new ProcessedRecords(Map.of(3, 90L), Map.of(3, rounds), "REA/1", PUBLISHED);

        // when
        ProcessedRecords read =
                ProcessedRecordsMapper.toRule(ProcessedRecordsMapper.toRecords(processed), "REA/1", PUBLISHED);

        // then
        assertThat(read).usingRecursiveComparison().isEqualTo(processed);
        assertThat(read.rawPartitions()).containsExactly(3);
    }

    @Test
    void aHighestOffsetOfAnEarlierReleaseCountsEveryLowerOneAsProcessed() {
        // when
        var earlier = List.of(new ProcessedOffsetStateRecord(-1, 40L, List.of(), 0L));
        ProcessedRecords read = ProcessedRecordsMapper.toRule(earlier, "REA/1", PUBLISHED);

        // then
        assertThat(read.offsets()).isEmpty();
        assertThat(read.attributed().get(0).contains(40)).isTrue();
        assertThat(read.attributed().get(0).contains(3)).isTrue();
        assertThat(read.attributed().get(0).contains(41)).isFalse();
    }
}

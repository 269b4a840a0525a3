package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.SinkRecords.NOON;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.vigie.sink.row.StoreRow;

class RowBatchTest {
    private static final StoreRow ROW = new StoreRow("t", "t n=1i 0", SinkRecords.raw(0, 0));

    private final RowBatch batch = new RowBatch(3, Duration.ofMillis(250));

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>("t", 0, offset, new byte[0], new byte[0]);
    }

    @Test
    void anEmptyBatchIsNeverDue() {
        assertThat(batch.isDue(NOON)).isFalse();
    }

    @Test
    void aBatchIsDueWhenItIsLargeEnough() {
        // when
        batch.add(record(1), Collections.nCopies(3, ROW), NOON);

        // then
        assertThat(batch.isDue(NOON)).isTrue();
    }

    @Test
    void aBatchIsDueWhenItsFirstRecordWaitedLongEnough() {
        // when
        batch.add(record(2), List.of(ROW), NOON);
        batch.add(record(3), List.of(ROW), NOON.plusMillis(249));

        // then
        assertThat(batch.isDue(NOON.plusMillis(249))).isFalse();
        assertThat(batch.isDue(NOON.plusMillis(250))).isTrue();
    }

    @Test
    void aRecordWithoutRowsIsCommittedToo() {
        // when
        batch.add(record(4), List.of(), NOON);

        // then
        assertThat(batch.isDue(NOON.plusMillis(250))).isTrue();
    }

    @Test
    void aStoredBatchBeginsAgain() {
        // given
        batch.add(record(5), Collections.nCopies(3, ROW), NOON);

        // when
        batch.clear();

        // then
        assertThat(batch.isDue(NOON.plusSeconds(9))).isFalse();
        assertThat(batch.rows()).isEmpty();
    }
}

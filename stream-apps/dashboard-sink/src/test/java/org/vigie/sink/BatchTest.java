package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.Records.NOON;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Row ROW = new Row("t", "t n=1i 0", Records.raw(0, 0));

    private final Batch batch = new Batch(3, Duration.ofMillis(250));

    @Test
    void anEmptyBatchIsNeverDue() {
        assertThat(batch.isDue(NOON)).isFalse();
    }

    @Test
    void aBatchIsDueWhenItIsLargeEnough() {
        batch.add(Collections.nCopies(3, ROW), NOON);

        assertThat(batch.isDue(NOON)).isTrue();
    }

    @Test
    void aBatchIsDueWhenItsFirstRecordWaitedLongEnough() {
        batch.add(List.of(ROW), NOON);
        batch.add(List.of(ROW), NOON.plusMillis(249));

        assertThat(batch.isDue(NOON.plusMillis(249))).isFalse();
        assertThat(batch.isDue(NOON.plusMillis(250))).isTrue();
    }

    @Test
    void aRecordWithoutRowsIsCommittedToo() {
        batch.add(List.of(), NOON);

        assertThat(batch.isDue(NOON.plusMillis(250))).isTrue();
    }

    @Test
    void aStoredBatchBeginsAgain() {
        batch.add(Collections.nCopies(3, ROW), NOON);

        batch.clear();

        assertThat(batch.isDue(NOON.plusSeconds(9))).isFalse();
        assertThat(batch.rows()).isEmpty();
    }
}

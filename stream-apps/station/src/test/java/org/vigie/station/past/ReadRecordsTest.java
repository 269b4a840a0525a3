package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.station.past.SituationRecordReader.ReadRecords;

/** Tests from when on the history of an earlier situation is held. */
class ReadRecordsTest {
    private static final Instant FROM = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FIRST = FROM.plusSeconds(3_600);

    @Test
    void aHistoryFromWhichNothingWasDeletedIsWhole() {
        assertThat(new ReadRecords(9, Map.of()).heldAfter(FROM)).isEmpty();
    }

    @Test
    void aHistoryIsHeldFromTheFirstRecordThatIsLeft() {
        assertThat(new ReadRecords(9, Map.of("clean", FIRST)).heldAfter(FROM)).contains(FIRST);
        assertThat(new ReadRecords(9, Map.of("clean", FIRST, "rejected", FIRST.plusSeconds(1))).heldAfter(FROM))
                .as("of several topics the latest")
                .contains(FIRST.plusSeconds(1));
    }

    @Test
    void recordsThatWereDeletedBeforeTheHistoryAreNotMissing() {
        assertThat(new ReadRecords(9, Map.of("clean", FIRST)).heldAfter(FIRST)).isEmpty();
    }
}

package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.past.SituationRecordReader.ReadRecords;

/** Tests from when on the history of an earlier situation is held. */
class ReadRecordsTest {
    private static final Topic<?> CLEAN = TopicCatalogue.in("ward", 1).observationsClean();
    private static final Instant FROM = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FIRST = FROM.plusSeconds(3_600);

    @Test
    void aHistoryFromWhichNothingWasDeletedIsWhole() {
        assertThat(new ReadRecords(9, Map.of()).heldAfter(FROM, CLEAN)).isEmpty();
    }

    @Test
    void aHistoryIsHeldFromTheFirstRecordThatIsLeft() {
        assertThat(new ReadRecords(9, Map.of(CLEAN.name(), FIRST)).heldAfter(FROM, CLEAN))
                .contains(FIRST);
        assertThat(new ReadRecords(9, Map.of(CLEAN.name(), FIRST, "rare", FIRST.plusSeconds(1))).heldAfter(FROM, CLEAN))
                .as("the first record of a topic that has few says nothing")
                .contains(FIRST);
    }

    @Test
    void recordsThatWereDeletedBeforeTheHistoryAreNotMissing() {
        assertThat(new ReadRecords(9, Map.of(CLEAN.name(), FIRST)).heldAfter(FIRST, CLEAN))
                .isEmpty();
    }
}

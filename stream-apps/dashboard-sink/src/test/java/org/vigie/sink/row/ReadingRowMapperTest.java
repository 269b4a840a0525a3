package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.SinkRecords.NOON;
import static org.vigie.sink.SinkRecords.clean;
import static org.vigie.sink.SinkRecords.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.sink.SinkRecords;
import org.vigie.testing.story.WardStory;

class ReadingRowMapperTest {
    private final ReadingRowMapper rows = new ReadingRowMapper(StoreTables.in("ward"));

    @Test
    void eachReadingIsARowWithItsVerdictUnitAndOrigin() {
        // when
        List<StoreRow> made = rows.of(clean(41));

        // then
        assertThat(made).hasSize(2);
        assertThat(made.get(0).line())
                .startsWith("readings,bed=REA/03,stay=stay-1,variable=hr,verdict=KEPT,reason=NONE")
                .contains(",unit=/min ", " value=82.0,", "raw_partition=0i,raw_offset=41i,raw_index=0i");
        assertThat(made.get(1).line()).contains("verdict=SUSPECT,reason=SPIKE", "raw_offset=41i,raw_index=1i");
        assertThat(made.get(1).origin()).isEqualTo(SinkRecords.raw(41, 1));
    }

    @Test
    void aRetractionIsARowAndSoIsEachValueThatItTakesBack() {
        // when
        List<StoreRow> made = rows.of(SinkRecords.retraction(42, NOON, 82.0));

        // then
        assertThat(made).hasSize(2);
        assertThat(made.get(0).line())
                .startsWith("readings,bed=REA/03,stay=stay-1,variable=hr,verdict=RETRACTED,reason=RETRACTED")
                .doesNotContain(" value=");
        assertThat(made.get(1).line())
                .startsWith("withdrawals,bed=REA/03,stay=stay-1,variable=hr,source=")
                .contains("value=82.0", "place=0i", "raw_offset=42i");
    }

    @Test
    void aRejectedTextIsKeptAsText() {
        assertThat(line(rejected(1, 0, null, "ERR"))).contains("text=\"ERR\"").doesNotContain("value=");
    }

    @Test
    void aRejectedNaNIsKeptAsText() {
        assertThat(line(rejected(1, 0, Double.NaN, null)))
                .contains("text=\"NaN\"")
                .doesNotContain("value=");
    }

    @Test
    void aRejectedNumberIsKeptAsANumber() {
        assertThat(line(rejected(1, 0, 999.0, null))).contains("value=999.0").doesNotContain("text=");
    }

    @Test
    void aReadingBesideAPreferredSourceIsStoredWithItsChannelAndAMark() {
        // given
        CleanObservation observation = new WardStory()
                .bed("REA/03", "stay-1")
                .at(NOON)
                .offset(41)
                .kept("rr", 12)
                .from("CO2 1.20.1.1", true)
                .kept("rr", 31)
                .from("ECG 1.6.1.1", false)
                .clean();

        // when
        List<String> lines = rows.of(observation).stream().map(StoreRow::line).toList();

        // then
        assertThat(lines.get(0)).contains("channel=CO2\\ 1.20.1.1").doesNotContain("unfollowed");
        assertThat(lines.get(1)).contains("channel=ECG\\ 1.6.1.1").contains("unfollowed=t");
    }

    @Test
    void aReadingIsStoredAtItsMeasuredTime() {
        // given
        Instant late = NOON.minus(Duration.ofHours(47));

        // when, then
        assertThat(timeOf(late, NOON)).isEqualTo(late);
    }

    @Test
    void aReadingFromTheFutureIsStoredAtItsReceivedTime() {
        assertThat(timeOf(NOON.plus(Duration.ofMinutes(6)), NOON)).isEqualTo(NOON);
    }

    @Test
    void aReadingFromBeforeTheEpochIsStoredAtItsReceivedTime() {
        assertThat(timeOf(Instant.ofEpochMilli(-1), NOON)).isEqualTo(NOON);
    }

    @Test
    void aReadingWithAnImpossibleReceivedTimeIsStoredAtItsPublishedTime() {
        // given
        Instant never = Instant.ofEpochMilli(Long.MAX_VALUE);

        // when, then
        assertThat(timeOf(never, never)).isEqualTo(NOON);
    }

    private Instant timeOf(Instant measured, Instant received) {
        var reading = new ReadingRecord("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, measured, "");
        String line = line(rejected(1, 0, reading, received));
        long nanos = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        return Instant.ofEpochSecond(0, nanos);
    }

    private String line(RejectedReading reading) {
        return rows.of(reading).get(0).line();
    }
}

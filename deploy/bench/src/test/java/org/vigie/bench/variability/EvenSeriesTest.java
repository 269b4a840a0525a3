package org.vigie.bench.variability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.ValueRange;

/** Tests the statistics of one sign of one stay. */
class EvenSeriesTest {
    private static final double NONE = Double.NaN;

    @Test
    void theFirstPlausibleValueOfAStepIsTakenInTheCataloguesUnit() {
        // given
        StayRecording recording = recording(
                row(0, "temp", 98.6, "[degF]"),
                row(10, "temp", 99.5, "[degF]"),
                row(3_600, "temp", 0, "[degF]"),
                row(7_300, "hr", 80, "/min"));

        // when
        EvenSeries series = EvenSeries.of(recording, "temp", 3_600);

        // then
        assertThat(series.count()).isEqualTo(1);
        assertThat(series.values()[0]).isCloseTo(37, within(0.01));
    }

    @Test
    void rareLargeChangesHaveNoWeightInTheTypicalChange() {
        // when
        EvenSeries series = new EvenSeries(new double[] {1, 2, 1, 2, 1, 2, 1, 2, 90, 2, 1});

        // then
        assertThat(series.typicalSquareChange(1).orElseThrow()).isCloseTo(2.2, within(0.01));
        assertThat(series.meanSquareChange(1).orElseThrow()).isGreaterThan(1_000);
    }

    @Test
    void aChangeOverAMissingValueIsLeftOut() {
        // when
        EvenSeries series = new EvenSeries(new double[] {1, NONE, 1, 2, 3, 4, 5, 6, 7});

        // then
        assertThat(series.meanSquareChange(1).orElseThrow()).isEqualTo(1);
        assertThat(series.meanSquareChange(7)).isEmpty();
    }

    @Test
    void aCrossingIsAStepOutOfTheRange() {
        // when
        EvenSeries series = new EvenSeries(new double[] {97, 89, 88, 91, 89, NONE, 89});

        // then
        assertThat(series.crossings(new ValueRange(90, 100))).isEqualTo(2);
        assertThat(series.outside(new ValueRange(90, 100))).isEqualTo(4);
    }

    @Test
    void theDifferenceOfTwoSeriesIsMissingWhereOneIs() {
        // when
        EvenSeries difference =
                new EvenSeries(new double[] {90, 91, NONE}).minus(new EvenSeries(new double[] {88, NONE, 3}));

        // then
        assertThat(difference.values()).containsExactly(2, NONE, NONE);
    }

    private static RecordedRow row(long second, String variable, double value, String unit) {
        return new RecordedRow(Duration.ofSeconds(second), List.of(RecordedValue.of(variable, value, unit)));
    }

    private static StayRecording recording(RecordedRow... rows) {
        var person = new RecordedPatient(60.0, AdministrativeSexRecord.UNKNOWN, null, null, UnitTypeRecord.MEDICAL);
        return new StayRecording("test", "test-1", person, List.of(rows), Duration.ofHours(3), false);
    }
}

package org.vigie.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;

class CompactRowListTest {
    private final CompactRowList rows = new CompactRowList(0);
    private final int hr = rows.column(new RowColumn("HR", "hr", "/min"));
    private final int pulse = rows.column(new RowColumn("PULSE", "hr", "/min"));
    private final int spo2 = rows.column(new RowColumn("SpO2", "spo2", "%"));

    @Test
    void valuesOfOneTimeAreARowAndASecondValueOfAVariableIsANewOne() {
        // when
        rows.add(0, hr, 80);
        rows.add(0, spo2, 97);
        rows.add(0, pulse, 81);
        rows.add(1_500, hr, Double.NaN);

        // then
        assertThat(rows)
                .containsExactly(
                        row(0, value("hr", 80, "/min", "HR"), value("spo2", 97, "%", "SpO2")),
                        row(0, value("hr", 81, "/min", "PULSE")),
                        row(1_500, new RecordedValue("hr", OptionalDouble.empty(), "/min", "HR")));
    }

    @Test
    void aColumnThatIsKnownKeepsItsNumber() {
        assertThat(rows.column(new RowColumn("HR", "hr", "/min"))).isEqualTo(hr);
        assertThat(rows.column(new RowColumn("HR", "hr", "Hz"))).isGreaterThan(spo2);
    }

    @Test
    void rowsOfAnyOrderAreSortedByTimeAndCountFromTheFirst() {
        // given
        rows.add(3_000, hr, 3);
        rows.add(1_000, hr, 1);
        rows.add(3_000, pulse, 4);
        rows.add(1_000, spo2, 2);

        // when
        CompactRowList sorted = rows.inOrder(rows.earliest());

        // then
        assertThat(sorted)
                .containsExactly(
                        row(0, value("hr", 1, "/min", "HR"), value("spo2", 2, "%", "SpO2")),
                        row(2_000, value("hr", 3, "/min", "HR")),
                        row(2_000, value("hr", 4, "/min", "PULSE")));
    }

    @Test
    void anEmptyListHasNoRowsInAnyOrder() {
        assertThat(rows.inOrder(rows.earliest())).isEmpty();
    }

    @Test
    void aListThatGrewBeyondWhatWasExpectedHoldsTheRowsOfAPlainOne() {
        // given
        var random = new Random(7);
        List<RecordedRow> plain = new ArrayList<>();

        // when
        for (int second = 0; second < 1_000; second++) {
            double rate = 60 + random.nextInt(60);
            rows.add(second * 1_000L, hr, rate);
            rows.add(second * 1_000L, spo2, 97);
            plain.add(row(second * 1_000L, value("hr", rate, "/min", "HR"), value("spo2", 97, "%", "SpO2")));
        }

        // then
        assertThat(rows).isEqualTo(plain);
    }

    @Test
    void moreColumnsThanANumberHoldsAreRefused() {
        // given: three are there
        for (int column = 3; column <= Short.MAX_VALUE; column++) {
            rows.column(new RowColumn("C" + column, "c", "1"));
        }

        // when, then
        assertThatThrownBy(() -> rows.column(new RowColumn("one more", "c", "1")))
                .hasMessage("recording: at most 32767 channels and units");
    }

    private static RecordedRow row(long millis, RecordedValue... values) {
        return new RecordedRow(Duration.ofMillis(millis), List.of(values));
    }

    private static RecordedValue value(String variable, double value, String unit, String channel) {
        return RecordedValue.of(variable, value, unit).withChannel(channel);
    }
}

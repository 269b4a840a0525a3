package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;

class ThresholdMonitorTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final ThresholdMonitor monitor = new ThresholdMonitor();
    private int second;

    @Test
    void callsAtEachCrossingAndNotWhileItLasts() {
        // when
        spo2(97, 89, 88, 90, 89, 79, 97);

        // then
        assertThat(monitor.calls())
                .extracting(BenchAlarm::at)
                .containsExactly(START.plusSeconds(1), START.plusSeconds(4));
        assertThat(monitor.urgent()).extracting(BenchAlarm::at).containsExactly(START.plusSeconds(5));
    }

    @Test
    void aReadingThatTheMonitorMarksAsInvalidIsNotExamined() {
        // when
        see(reading("spo2", 0, MeasurementStatusRecord.INVALID));

        // then
        assertThat(monitor.calls()).isEmpty();
    }

    @Test
    void theOximetersPulseIsUsedOnlyWithoutAnEcg() {
        // when
        see(
                reading("hr", 80, MeasurementStatusRecord.VALID),
                reading("pulse_spo2", 130, MeasurementStatusRecord.VALID));
        see(reading("pulse_spo2", 130, MeasurementStatusRecord.VALID));

        // then
        assertThat(monitor.calls()).singleElement().extracting(BenchAlarm::rule).isEqualTo("rate high");
    }

    @Test
    void allPressuresOfOneSideAreOneAlarm() {
        // when
        see(
                reading("abp_sys", 290, MeasurementStatusRecord.VALID),
                reading("abp_mean", 290, MeasurementStatusRecord.VALID));

        // then
        assertThat(monitor.calls()).singleElement().extracting(BenchAlarm::rule).isEqualTo("pressure high");
    }

    private void spo2(double... values) {
        for (double value : values) {
            see(reading("spo2", value, MeasurementStatusRecord.VALID));
        }
    }

    private ReadingRecord reading(String variable, double value, MeasurementStatusRecord status) {
        return new ReadingRecord(variable, value, null, "", status, START.plusSeconds(second), "");
    }

    private void see(ReadingRecord... readings) {
        Instant at = START.plusSeconds(second++);
        monitor.observe(new Observation(
                "s", "d", "U/1", "m" + second, (long) second, at, at, new ArrayList<>(List.of(readings)), List.of()));
    }
}

package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/** Tests which messages are not steady, so that the full rules clean them. */
class SteadyDeviceTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private DeviceChannels channels = DeviceChannels.SILENT;

    @Test
    void theOriginalOfARetractedValueIsNotSteadyAfterARestartThatForgotItsInstant() {
        // given: the retraction comes before the value, and the instants are deleted after two hours
        clean(reading(VariableNames.HR, 80, 0, MeasurementStatus.VALID));
        clean(reading(VariableNames.HR, 81, 1, MeasurementStatus.RETRACTED));
        SteadyDevice restored = new SteadyDevice(channels, Instant.MIN);
        Instant late = START.plus(Duration.ofMinutes(150));

        // when
        List<Reading> original = List.of(reading(VariableNames.HR, 81, 1, MeasurementStatus.VALID));
        CleaningResult full = ReadingCleaner.judge(original, new ArrivalTimes(late, late), channels);

        // then
        assertThat(full.reasons()).containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(restored.isSteady(original, new ArrivalTimes(late, late), CleaningRevision.FIRST))
                .isFalse();
    }

    @Test
    void aMistakenEntryAfterLateValuesIsNotSteady() {
        // given: a monitored pressure, then four late values that push the newest ones out of the history
        for (int second = 146; second <= 150; second++) {
            clean(reading(VariableNames.ICP, 30, second, MeasurementStatus.VALID));
        }
        for (int second = 97; second <= 100; second++) {
            clean(150, reading(VariableNames.ICP, 30, second, MeasurementStatus.VALID));
        }
        SteadyDevice device = new SteadyDevice(channels, START.plusSeconds(150));
        Reading slip = reading(VariableNames.ICP, 3, 401, MeasurementStatus.VALID);
        ArrivalTimes arrival = arrival(401);

        // when
        CleaningResult full =
                ReadingCleaner.judge(List.of(slip), arrival, channels, InstantHistory.NOTHING, CleaningRevision.SECOND);

        // then
        assertThat(full.reasons()).containsExactly(CleaningReason.SPIKE);
        assertThat(device.isSteady(List.of(slip), arrival, CleaningRevision.SECOND))
                .isFalse();
    }

    @Test
    void theNextMessageOfAMonitorIsSteady() {
        // given
        clean(reading(VariableNames.HR, 80, 0, MeasurementStatus.VALID));
        SteadyDevice device = new SteadyDevice(channels, START);

        // when, then
        assertThat(device.isSteady(
                        List.of(reading(VariableNames.HR, 81, 1, MeasurementStatus.VALID)),
                        arrival(1),
                        CleaningRevision.FIRST))
                .isTrue();
    }

    @Test
    void aSaturationOf100IsSteadyInTheSecondRevisionToo() {
        // given
        clean(reading(VariableNames.SPO2, 100, 0, MeasurementStatus.VALID));
        SteadyDevice device = new SteadyDevice(channels, START);

        // when, then
        assertThat(device.isSteady(
                        List.of(reading(VariableNames.SPO2, 100, 1, MeasurementStatus.VALID)),
                        arrival(1),
                        CleaningRevision.SECOND))
                .isTrue();
    }

    private void clean(Reading reading) {
        clean(Duration.between(START, reading.measuredAt()).toSeconds(), reading);
    }

    private void clean(long receivedSecond, Reading reading) {
        channels = ReadingCleaner.judge(List.of(reading), arrival(receivedSecond), channels)
                .channels();
    }

    private static ArrivalTimes arrival(long second) {
        return new ArrivalTimes(START.plusSeconds(second), START.plusSeconds(second));
    }

    private static Reading reading(String variable, double value, long second, MeasurementStatus status) {
        Instant at = START.plusSeconds(second);
        String unit = VariableCatalogue.standard().get(variable).unit();
        return new Reading(variable, value, "", unit, status, at);
    }
}

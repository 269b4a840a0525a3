package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Tests retractions and corrections. */
class RetractionTest {
    private static final Instant THEN = CleanedDeviceStory.START;

    private DeviceChannels channels = DeviceChannels.SILENT;
    private Instant now = THEN;

    @Test
    void whatWasKeptIsTakenBackWithItsValue() {
        send("potassium", 7.1, MeasurementStatus.VALID);

        CleaningResult taken = send("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of(7.1));
        assertThat(CleaningReason.RETRACTED.outcome()).isEqualTo(CleaningOutcome.RETRACTED);
    }

    @Test
    void aRetractedSuspectValueWithdrawsNothing() {
        send("hr", 180, MeasurementStatus.QUESTIONABLE);

        CleaningResult taken = send("hr", 180, MeasurementStatus.RETRACTED);

        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of());
    }

    @Test
    void aValueThatWasNeverReportedCannotBeRetracted() {
        assertThat(send("hr", 80, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
        assertThat(send("no-such-variable", 80, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.UNKNOWN_VARIABLE);
    }

    @Test
    void aValueThatArrivesAfterItsRetractionIsRejected() {
        send("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        assertThat(send("potassium", 7.1, MeasurementStatus.VALID).reasons())
                .containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(send("potassium", 4.1, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.NONE);
    }

    @Test
    void aValueThatIsSentAgainAfterItsRetractionIsRejected() {
        send("potassium", 7.1, MeasurementStatus.VALID);
        send("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        assertThat(send("potassium", 7.1, MeasurementStatus.VALID).reasons())
                .containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(send("potassium", 4.1, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aRetractionThatComesAgainTakesNothingBack() {
        send("potassium", 7.1, MeasurementStatus.VALID);
        send("potassium", 7.1, MeasurementStatus.RETRACTED);

        assertThat(send("potassium", 7.1, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
    }

    @Test
    void aRetractionThatNamesItsValueLeavesTheOthersOfThatInstant() {
        send("potassium", 7.1, MeasurementStatus.VALID);
        send("potassium", 4.1, MeasurementStatus.VALID);

        assertThat(CleanedDeviceStory.withdrawn(send("potassium", 7.1, MeasurementStatus.RETRACTED)))
                .containsExactly(List.of(7.1));
        assertThat(send("potassium", 4.1, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void aCorrectionReplacesTheReportedValue() {
        send("potassium", 7.1, MeasurementStatus.VALID);

        CleaningResult corrected = send("potassium", 4.1, MeasurementStatus.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(CleaningReason.NONE);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of(7.1));
        assertThat(send("potassium", 4.1, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void aCorrectionWithoutAnEarlierValueIsAnOrdinaryValue() {
        CleaningResult corrected = send("potassium", 4.1, MeasurementStatus.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(CleaningReason.NONE);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of());
    }

    @Test
    void aCorrectionThatCannotBeUsedTakesBackAllTheSame() {
        send("potassium", 7.1, MeasurementStatus.VALID);

        CleaningResult corrected = send("potassium", Double.NaN, MeasurementStatus.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of(7.1));
        assertThat(send("sodium", Double.NaN, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.NOT_A_NUMBER);
    }

    @Test
    void aFarCorrectionIsNoSpike() {
        send("hr", 180, MeasurementStatus.VALID);

        assertThat(send("hr", 82, MeasurementStatus.CORRECTED).reasons()).containsExactly(CleaningReason.NONE);
        now = now.plusSeconds(1);
        assertThat(send("hr", 83, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aChannelKeepsThreeDaysOfChartedHoursAndFourReadingsOfAStream() {
        DoubleStream.iterate(1, value -> value + 1).limit(70).forEach(value -> {
            send("hr", 60 + value, MeasurementStatus.VALID);
            now = now.plus(Duration.ofHours(1));
        });
        CleaningResult charted = at(THEN, "hr", Double.NaN, MeasurementStatus.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(charted)).containsExactly(List.of(61.0));

        Instant stream = now;
        for (int second = 0; second < 20; second++) {
            send("hr", 80, MeasurementStatus.VALID);
            now = now.plusSeconds(1);
        }
        assertThat(at(stream, "hr", Double.NaN, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
        assertThat(at(now.minusSeconds(1), "hr", Double.NaN, MeasurementStatus.RETRACTED)
                        .reasons())
                .containsExactly(CleaningReason.RETRACTED);
    }

    @Test
    void retractedValuesOfAFrozenFeedWithdrawNothing() {
        for (int second = 0; second <= 300; second++) {
            channels = judge(List.of(reading("hr", 80), reading("rr", 15), reading("spo2", 97)))
                    .channels();
            now = now.plusSeconds(1);
        }
        now = now.minusSeconds(1);

        CleaningResult taken = send("hr", 80, MeasurementStatus.RETRACTED);

        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of());
    }

    private CleaningResult send(String variable, double value, MeasurementStatus status) {
        return at(now, variable, value, status);
    }

    private CleaningResult at(Instant measuredAt, String variable, double value, MeasurementStatus status) {
        String unit = variable.equals("hr") ? "/min" : "mmol/L";
        CleaningResult result = judge(List.of(new Reading(variable, value, "", unit, status, measuredAt)));
        channels = result.channels();
        return result;
    }

    private CleaningResult judge(List<Reading> readings) {
        return ReadingCleaner.judge(readings, new ArrivalTimes(now, now), channels);
    }

    private Reading reading(String variable, double value) {
        return CleanedDeviceStory.reading(variable, value, now);
    }
}

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
        // given
        send("potassium", 7.1, MeasurementStatus.VALID);

        // when
        CleaningResult taken = send("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        // then
        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of(7.1));
        assertThat(CleaningReason.RETRACTED.outcome()).isEqualTo(CleaningOutcome.RETRACTED);
    }

    @Test
    void aRetractedSuspectValueWithdrawsNothing() {
        // given
        send("hr", 180, MeasurementStatus.QUESTIONABLE);

        // when
        CleaningResult taken = send("hr", 180, MeasurementStatus.RETRACTED);

        // then
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
        // when
        send("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        // then
        assertThat(send("potassium", 7.1, MeasurementStatus.VALID).reasons())
                .containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(send("potassium", 4.1, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.NONE);
    }

    @Test
    void aValueThatIsSentAgainAfterItsRetractionIsRejected() {
        // when
        send("potassium", 7.1, MeasurementStatus.VALID);
        send("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        // then
        assertThat(send("potassium", 7.1, MeasurementStatus.VALID).reasons())
                .containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(send("potassium", 4.1, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aRetractionThatComesAgainTakesNothingBack() {
        // when
        send("potassium", 7.1, MeasurementStatus.VALID);
        send("potassium", 7.1, MeasurementStatus.RETRACTED);

        // then
        assertThat(send("potassium", 7.1, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
    }

    @Test
    void aRetractionThatNamesItsValueLeavesTheOthersOfThatInstant() {
        // when
        send("potassium", 7.1, MeasurementStatus.VALID);
        send("potassium", 4.1, MeasurementStatus.VALID);

        // then
        assertThat(CleanedDeviceStory.withdrawn(send("potassium", 7.1, MeasurementStatus.RETRACTED)))
                .containsExactly(List.of(7.1));
        assertThat(send("potassium", 4.1, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void aCorrectionReplacesTheReportedValue() {
        // given
        send("potassium", 7.1, MeasurementStatus.VALID);

        // when
        CleaningResult corrected = send("potassium", 4.1, MeasurementStatus.CORRECTED);

        // then
        assertThat(corrected.reasons()).containsExactly(CleaningReason.NONE);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of(7.1));
        assertThat(send("potassium", 4.1, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void aCorrectionWithoutAnEarlierValueIsAnOrdinaryValue() {
        // when
        CleaningResult corrected = send("potassium", 4.1, MeasurementStatus.CORRECTED);

        // then
        assertThat(corrected.reasons()).containsExactly(CleaningReason.NONE);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of());
    }

    @Test
    void aCorrectionThatCannotBeUsedTakesBackAllTheSame() {
        // given
        send("potassium", 7.1, MeasurementStatus.VALID);

        // when
        CleaningResult corrected = send("potassium", Double.NaN, MeasurementStatus.CORRECTED);

        // then
        assertThat(corrected.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of(7.1));
        assertThat(send("sodium", Double.NaN, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.NOT_A_NUMBER);
    }

    @Test
    void aFarCorrectionIsNoSpike() {
        // when
        send("hr", 180, MeasurementStatus.VALID);

        // then
        assertThat(send("hr", 82, MeasurementStatus.CORRECTED).reasons()).containsExactly(CleaningReason.NONE);

        // when
        now = now.plusSeconds(1);

        // then
        assertThat(send("hr", 83, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aChannelKeepsThreeDaysOfChartedHoursAndFourReadingsOfAStream() {
        // given
        DoubleStream.iterate(1, value -> value + 1).limit(70).forEach(value -> {
            send("hr", 60 + value, MeasurementStatus.VALID);
            now = now.plus(Duration.ofHours(1));
        });
        CleaningResult charted = at(THEN, "hr", Double.NaN, MeasurementStatus.RETRACTED);

        // when, then
        assertThat(CleanedDeviceStory.withdrawn(charted)).containsExactly(List.of(61.0));

        // when
        Instant stream = now;
        for (int second = 0; second < 20; second++) {
            send("hr", 80, MeasurementStatus.VALID);
            now = now.plusSeconds(1);
        }

        // then
        assertThat(at(stream, "hr", Double.NaN, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
        assertThat(at(now.minusSeconds(1), "hr", Double.NaN, MeasurementStatus.RETRACTED)
                        .reasons())
                .containsExactly(CleaningReason.RETRACTED);
    }

    @Test
    void retractedValuesOfAFrozenFeedWithdrawNothing() {
        // given
        for (int second = 0; second <= 300; second++) {
            channels = judge(List.of(reading("hr", 80), reading("rr", 15), reading("spo2", 97)))
                    .channels();
            now = now.plusSeconds(1);
        }
        now = now.minusSeconds(1);

        // when
        CleaningResult taken = send("hr", 80, MeasurementStatus.RETRACTED);

        // then
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

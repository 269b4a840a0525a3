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
        say("potassium", 7.1, MeasurementStatus.VALID);

        CleaningResult taken = say("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of(7.1));
        assertThat(CleaningReason.RETRACTED.outcome()).isEqualTo(CleaningOutcome.RETRACTED);
    }

    @Test
    void whatWasDoubtedIsTakenBackAndNobodySummedIt() {
        say("hr", 180, MeasurementStatus.QUESTIONABLE);

        CleaningResult taken = say("hr", 180, MeasurementStatus.RETRACTED);

        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of());
    }

    @Test
    void whatWasNeverSaidCannotBeTakenBack() {
        assertThat(say("hr", 80, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
        assertThat(say("no-such-variable", 80, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.UNKNOWN_VARIABLE);
    }

    @Test
    void aValueThatComesAfterItsRetractionIsNotBelieved() {
        say("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        assertThat(say("potassium", 7.1, MeasurementStatus.VALID).reasons())
                .containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(say("potassium", 4.1, MeasurementStatus.CORRECTED).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aValueThatComesAgainAfterItsRetractionIsNotBelieved() {
        say("potassium", 7.1, MeasurementStatus.VALID);
        say("potassium", Double.NaN, MeasurementStatus.RETRACTED);

        assertThat(say("potassium", 7.1, MeasurementStatus.VALID).reasons())
                .containsExactly(CleaningReason.RETRACTED_BEFORE);
        assertThat(say("potassium", 4.1, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aRetractionThatComesAgainTakesNothingBack() {
        say("potassium", 7.1, MeasurementStatus.VALID);
        say("potassium", 7.1, MeasurementStatus.RETRACTED);

        assertThat(say("potassium", 7.1, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
    }

    @Test
    void aRetractionThatNamesItsValueLeavesTheOthersOfThatInstant() {
        say("potassium", 7.1, MeasurementStatus.VALID);
        say("potassium", 4.1, MeasurementStatus.VALID);

        assertThat(CleanedDeviceStory.withdrawn(say("potassium", 7.1, MeasurementStatus.RETRACTED)))
                .containsExactly(List.of(7.1));
        assertThat(say("potassium", 4.1, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasSaid() {
        say("potassium", 7.1, MeasurementStatus.VALID);

        CleaningResult corrected = say("potassium", 4.1, MeasurementStatus.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(CleaningReason.NONE);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of(7.1));
        assertThat(say("potassium", 4.1, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.DUPLICATE);
    }

    @Test
    void aCorrectionOfWhatNobodySaidIsAValueLikeAnyOther() {
        CleaningResult corrected = say("potassium", 4.1, MeasurementStatus.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(CleaningReason.NONE);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of());
    }

    @Test
    void aCorrectionThatCannotBeUsedTakesBackAllTheSame() {
        say("potassium", 7.1, MeasurementStatus.VALID);

        CleaningResult corrected = say("potassium", Double.NaN, MeasurementStatus.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(corrected)).containsExactly(List.of(7.1));
        assertThat(say("sodium", Double.NaN, MeasurementStatus.CORRECTED).reasons())
                .containsExactly(CleaningReason.NOT_A_NUMBER);
    }

    @Test
    void aFarCorrectionIsNoSpike() {
        say("hr", 180, MeasurementStatus.VALID);

        assertThat(say("hr", 82, MeasurementStatus.CORRECTED).reasons()).containsExactly(CleaningReason.NONE);
        now = now.plusSeconds(1);
        assertThat(say("hr", 83, MeasurementStatus.VALID).reasons()).containsExactly(CleaningReason.NONE);
    }

    @Test
    void aChannelItselfRemembersThreeDaysOfChartedHoursAndFourReadingsOfAStream() {
        DoubleStream.iterate(1, value -> value + 1).limit(70).forEach(value -> {
            say("hr", 60 + value, MeasurementStatus.VALID);
            now = now.plus(Duration.ofHours(1));
        });
        CleaningResult charted = at(THEN, "hr", Double.NaN, MeasurementStatus.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(charted)).containsExactly(List.of(61.0));

        Instant stream = now;
        for (int second = 0; second < 20; second++) {
            say("hr", 80, MeasurementStatus.VALID);
            now = now.plusSeconds(1);
        }
        assertThat(at(stream, "hr", Double.NaN, MeasurementStatus.RETRACTED).reasons())
                .containsExactly(CleaningReason.NOTHING_TO_RETRACT);
        assertThat(at(now.minusSeconds(1), "hr", Double.NaN, MeasurementStatus.RETRACTED)
                        .reasons())
                .containsExactly(CleaningReason.RETRACTED);
    }

    @Test
    void aFrozenFeedsValuesWereDoubtedAndSummedByNobody() {
        for (int second = 0; second <= 300; second++) {
            channels = judge(List.of(reading("hr", 80), reading("rr", 15), reading("spo2", 97)))
                    .channels();
            now = now.plusSeconds(1);
        }
        now = now.minusSeconds(1);

        CleaningResult taken = say("hr", 80, MeasurementStatus.RETRACTED);

        assertThat(taken.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(taken)).containsExactly(List.of());
    }

    private CleaningResult say(String variable, double value, MeasurementStatus status) {
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

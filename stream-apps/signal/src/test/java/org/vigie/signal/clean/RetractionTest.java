package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RetractionTest {
    private static final Instant THEN = Bedside.START;

    private Channels channels = Channels.SILENT;
    private Instant now = THEN;

    @Test
    void whatWasKeptIsTakenBackWithItsValue() {
        say("potassium", 7.1, Status.VALID);

        Judgement taken = say("potassium", Double.NaN, Status.RETRACTED);

        assertThat(taken.reasons()).containsExactly(Reason.RETRACTED);
        assertThat(taken.withdrawn()).containsExactly(List.of(7.1));
        assertThat(Reason.RETRACTED.outcome()).isEqualTo(Outcome.RETRACTED);
    }

    @Test
    void whatWasDoubtedIsTakenBackAndNobodySummedIt() {
        say("hr", 180, Status.QUESTIONABLE);

        Judgement taken = say("hr", 180, Status.RETRACTED);

        assertThat(taken.reasons()).containsExactly(Reason.RETRACTED);
        assertThat(taken.withdrawn()).containsExactly(List.of());
    }

    @Test
    void whatWasNeverSaidCannotBeTakenBack() {
        assertThat(say("hr", 80, Status.RETRACTED).reasons()).containsExactly(Reason.NOTHING_TO_RETRACT);
        assertThat(say("no-such-variable", 80, Status.RETRACTED).reasons()).containsExactly(Reason.UNKNOWN_VARIABLE);
    }

    @Test
    void aValueThatComesAfterItsRetractionIsNotBelieved() {
        say("potassium", Double.NaN, Status.RETRACTED);

        assertThat(say("potassium", 7.1, Status.VALID).reasons()).containsExactly(Reason.RETRACTED_BEFORE);
        assertThat(say("potassium", 4.1, Status.CORRECTED).reasons()).containsExactly(Reason.NONE);
    }

    @Test
    void aValueThatComesAgainAfterItsRetractionIsNotBelieved() {
        say("potassium", 7.1, Status.VALID);
        say("potassium", Double.NaN, Status.RETRACTED);

        assertThat(say("potassium", 7.1, Status.VALID).reasons()).containsExactly(Reason.RETRACTED_BEFORE);
        assertThat(say("potassium", 4.1, Status.VALID).reasons()).containsExactly(Reason.NONE);
    }

    @Test
    void aRetractionThatComesAgainTakesNothingBack() {
        say("potassium", 7.1, Status.VALID);
        say("potassium", 7.1, Status.RETRACTED);

        assertThat(say("potassium", 7.1, Status.RETRACTED).reasons()).containsExactly(Reason.NOTHING_TO_RETRACT);
    }

    @Test
    void aRetractionThatNamesItsValueLeavesTheOthersOfThatInstant() {
        say("potassium", 7.1, Status.VALID);
        say("potassium", 4.1, Status.VALID);

        assertThat(say("potassium", 7.1, Status.RETRACTED).withdrawn()).containsExactly(List.of(7.1));
        assertThat(say("potassium", 4.1, Status.VALID).reasons()).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasSaid() {
        say("potassium", 7.1, Status.VALID);

        Judgement corrected = say("potassium", 4.1, Status.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(Reason.NONE);
        assertThat(corrected.withdrawn()).containsExactly(List.of(7.1));
        assertThat(say("potassium", 4.1, Status.CORRECTED).reasons()).containsExactly(Reason.DUPLICATE);
    }

    @Test
    void aCorrectionOfWhatNobodySaidIsAValueLikeAnyOther() {
        Judgement corrected = say("potassium", 4.1, Status.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(Reason.NONE);
        assertThat(corrected.withdrawn()).containsExactly(List.of());
    }

    @Test
    void aCorrectionThatCannotBeUsedTakesBackAllTheSame() {
        say("potassium", 7.1, Status.VALID);

        Judgement corrected = say("potassium", Double.NaN, Status.CORRECTED);

        assertThat(corrected.reasons()).containsExactly(Reason.RETRACTED);
        assertThat(corrected.withdrawn()).containsExactly(List.of(7.1));
        assertThat(say("sodium", Double.NaN, Status.CORRECTED).reasons()).containsExactly(Reason.NOT_A_NUMBER);
    }

    @Test
    void aFarCorrectionIsNoSpike() {
        say("hr", 180, Status.VALID);

        assertThat(say("hr", 82, Status.CORRECTED).reasons()).containsExactly(Reason.NONE);
        now = now.plusSeconds(1);
        assertThat(say("hr", 83, Status.VALID).reasons()).containsExactly(Reason.NONE);
    }

    @Test
    void aChannelItselfRemembersThreeDaysOfChartedHoursAndFourReadingsOfAStream() {
        DoubleStream.iterate(1, value -> value + 1).limit(70).forEach(value -> {
            say("hr", 60 + value, Status.VALID);
            now = now.plus(Duration.ofHours(1));
        });
        Judgement charted = at(THEN, "hr", Double.NaN, Status.RETRACTED);
        assertThat(charted.withdrawn()).containsExactly(List.of(61.0));

        Instant stream = now;
        for (int second = 0; second < 20; second++) {
            say("hr", 80, Status.VALID);
            now = now.plusSeconds(1);
        }
        assertThat(at(stream, "hr", Double.NaN, Status.RETRACTED).reasons()).containsExactly(Reason.NOTHING_TO_RETRACT);
        assertThat(at(now.minusSeconds(1), "hr", Double.NaN, Status.RETRACTED).reasons())
                .containsExactly(Reason.RETRACTED);
    }

    @Test
    void aFrozenFeedsValuesWereDoubtedAndSummedByNobody() {
        for (int second = 0; second <= 300; second++) {
            channels = judge(List.of(reading("hr", 80), reading("rr", 15), reading("spo2", 97)))
                    .channels();
            now = now.plusSeconds(1);
        }
        now = now.minusSeconds(1);

        Judgement taken = say("hr", 80, Status.RETRACTED);

        assertThat(taken.reasons()).containsExactly(Reason.RETRACTED);
        assertThat(taken.withdrawn()).containsExactly(List.of());
    }

    private Judgement say(String variable, double value, Status status) {
        return at(now, variable, value, status);
    }

    private Judgement at(Instant measuredAt, String variable, double value, Status status) {
        String unit = variable.equals("hr") ? "/min" : "mmol/L";
        Judgement judgement = judge(List.of(new Reading(variable, value, "", unit, status, measuredAt)));
        channels = judgement.channels();
        return judgement;
    }

    private Judgement judge(List<Reading> readings) {
        return Cleaner.judge(readings, new Arrival(now, now), channels);
    }

    private Reading reading(String variable, double value) {
        return Bedside.reading(variable, value, now);
    }
}

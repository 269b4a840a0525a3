package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleanedDeviceStory.START;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rules that a reading must fulfil by itself. */
class AcceptanceRulesTest {
    private static final ArrivalTimes NOW = new ArrivalTimes(START, START);

    @Test
    void anUnknownVariableIsRejectedBeforeAllOtherRules() {
        // given
        Reading reading =
                new Reading("MDC_VENT_XYZ", Double.NaN, "?", "furlong", MeasurementStatus.INVALID, Instant.MAX);

        // when, then
        assertThat(judged(reading)).isEqualTo(CleaningReason.UNKNOWN_VARIABLE);
        assertThat(explained(reading))
                .isEqualTo("variable: must be a name in the variable catalogue, was 'MDC_VENT_XYZ'");
    }

    @ParameterizedTest
    @EnumSource(
            value = MeasurementStatus.class,
            names = {"INVALID", "UNAVAILABLE", "CALIBRATION"})
    void aReadingThatTheDeviceMarksAsNoMeasurementIsRejected(MeasurementStatus status) {
        // given
        Reading reading = new Reading("hr", 80, "", "/min", status, START);

        // when, then
        assertThat(judged(reading)).isEqualTo(CleaningReason.DEVICE_INVALID);
        assertThat(explained(reading)).isEqualTo("status: must be that of a measurement, was " + status);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberIsRejected(double value) {
        // given
        Reading reading = new Reading("hr", value, "", "/min", MeasurementStatus.VALID, START);

        // when, then
        assertThat(judged(reading)).isEqualTo(CleaningReason.NOT_A_NUMBER);
    }

    @Test
    void textInPlaceOfANumberIsQuoted() {
        // given
        Reading reading = new Reading("hr", Double.NaN, "LEAD OFF", "/min", MeasurementStatus.VALID, START);

        // when, then
        assertThat(explained(reading)).isEqualTo("value: must be a number in /min, was 'LEAD OFF'");
    }

    @Test
    void aUnitOfAnotherVariableIsRejected() {
        // given
        Reading reading = new Reading("temp", 37, "", "mm[Hg]", MeasurementStatus.VALID, START);

        // when, then
        assertThat(judged(reading)).isEqualTo(CleaningReason.UNKNOWN_UNIT);
        assertThat(explained(reading)).isEqualTo("unit: must be one of [268192, Cel, K, [degF]], was 'mm[Hg]'");
    }

    @ParameterizedTest
    @CsvSource({"temp,98.6,[degF],37", "temp,310.15,K,37", "abp_mean,12,kPa,90.00744", "spo2,0.97,1,97", "hr,72,bpm,72"
    })
    void aKnownUnitIsBroughtIntoTheCataloguesUnit(String variable, double value, String unit, double expected) {
        // when
        Reading reading = new Reading(variable, value, "", unit, MeasurementStatus.VALID, START);

        // then
        assertThat(judged(reading)).isEqualTo(CleaningReason.NONE);
        assertThat(reading.catalogueValue()).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"hr,-1", "hr,300.1", "spo2,100.5", "temp,9.9", "rr,32767", "hr,-999", "potassium,0.4"})
    void whatIsPhysicallyImpossibleIsRejected(String variable, double value) {
        assertThat(judged(CleanedDeviceStory.reading(variable, value, START))).isEqualTo(CleaningReason.OUT_OF_RANGE);
    }

    @Test
    void theHardRangeIsThatOfTheCataloguesUnit() {
        // given
        Reading reading = new Reading("temp", 130, "", "[degF]", MeasurementStatus.VALID, START);

        // when, then
        assertThat(judged(reading)).isEqualTo(CleaningReason.OUT_OF_RANGE);
        assertThat(explained(reading)).startsWith("value: must be within 10.0..50.0 Cel, was 54.4");
    }

    @ParameterizedTest
    @CsvSource({"hr,0", "hr,300", "spo2,0", "spo2,100", "temp,10", "temp,50"})
    void theEndsOfTheHardRangeArePossible(String variable, double value) {
        assertThat(judged(CleanedDeviceStory.reading(variable, value, START))).isEqualTo(CleaningReason.NONE);
    }

    @Test
    void moreThanFiveMinutesAheadOfTheWardsClockIsTheFuture() {
        // given
        Instant last = START.plusSeconds(300);

        // when, then
        assertThat(judged(CleanedDeviceStory.reading("hr", 80, last))).isEqualTo(CleaningReason.NONE);
        assertThat(judged(CleanedDeviceStory.reading("hr", 80, last.plusMillis(1))))
                .isEqualTo(CleaningReason.FUTURE_TIME);
        assertThat(explained(CleanedDeviceStory.reading("hr", 80, last.plusMillis(1))))
                .isEqualTo("measuredAt: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:00.001Z");
    }

    @Test
    void aClockThatIsAheadOfTheBrokersCannotMakeTheFutureThePresent() {
        // given
        var ahead = new ArrivalTimes(START.plusSeconds(299), START);
        Reading reading = CleanedDeviceStory.reading("hr", 80, START.plusSeconds(301));

        // when, then
        assertThat(new AcceptanceRules(ahead).reasonFor(reading)).isEqualTo(CleaningReason.FUTURE_TIME);
        assertThat(new RejectionExplanation(CleaningReason.FUTURE_TIME, reading, ahead).text())
                .isEqualTo("measuredAt: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:01Z");
    }

    @Test
    void aRecordThatWasReceivedInTheFutureIsRejectedWhateverItHolds() {
        // given
        var tomorrow = new ArrivalTimes(START.plusSeconds(301), START);

        // when, then
        assertThat(new AcceptanceRules(tomorrow).reasonFor(CleanedDeviceStory.reading("hr", 80, START)))
                .isEqualTo(CleaningReason.FUTURE_TIME);
        assertThat(new RejectionExplanation(
                                CleaningReason.FUTURE_TIME, CleanedDeviceStory.reading("hr", 80, START), tomorrow)
                        .text())
                .isEqualTo("receivedTime: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:01Z");
    }

    @Test
    void aPastThatIsPlayedIsJudgedByItsOwnTime() {
        // given
        var played = new ArrivalTimes(START, START.plusSeconds(172_800));

        // when, then
        assertThat(new AcceptanceRules(played).reasonFor(CleanedDeviceStory.reading("hr", 80, START.plusSeconds(301))))
                .isEqualTo(CleaningReason.FUTURE_TIME);
        assertThat(new AcceptanceRules(played).reasonFor(CleanedDeviceStory.reading("hr", 80, START)))
                .isEqualTo(CleaningReason.NONE);
    }

    private static CleaningReason judged(Reading reading) {
        return new AcceptanceRules(NOW).reasonFor(reading);
    }

    private static String explained(Reading reading) {
        return new RejectionExplanation(judged(reading), reading, NOW).text();
    }
}

package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.Bedside.START;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {
    private static final Arrival NOW = new Arrival(START, START);

    @Test
    void aVariableThatNobodyKnowsIsRejectedBeforeAllElse() {
        Reading reading = new Reading("MDC_VENT_XYZ", Double.NaN, "?", "furlong", Status.INVALID, Instant.MAX);

        assertThat(judged(reading)).isEqualTo(Reason.UNKNOWN_VARIABLE);
        assertThat(explained(reading))
                .isEqualTo("variable: must be a name in the variable catalogue, was 'MDC_VENT_XYZ'");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"INVALID", "UNAVAILABLE", "CALIBRATION"})
    void whatTheDeviceCallsNoMeasurementIsRejected(Status status) {
        Reading reading = new Reading("hr", 80, "", "/min", status, START);

        assertThat(judged(reading)).isEqualTo(Reason.DEVICE_INVALID);
        assertThat(explained(reading)).isEqualTo("status: must be that of a measurement, was " + status);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberIsRejected(double value) {
        Reading reading = new Reading("hr", value, "", "/min", Status.VALID, START);

        assertThat(judged(reading)).isEqualTo(Reason.NOT_A_NUMBER);
    }

    @Test
    void textInPlaceOfANumberIsQuoted() {
        Reading reading = new Reading("hr", Double.NaN, "LEAD OFF", "/min", Status.VALID, START);

        assertThat(explained(reading)).isEqualTo("value: must be a number in /min, was 'LEAD OFF'");
    }

    @Test
    void aUnitOfAnotherVariableIsRejected() {
        Reading reading = new Reading("temp", 37, "", "mm[Hg]", Status.VALID, START);

        assertThat(judged(reading)).isEqualTo(Reason.UNKNOWN_UNIT);
        assertThat(explained(reading)).isEqualTo("unit: must be one of [268192, Cel, K, [degF]], was 'mm[Hg]'");
    }

    @ParameterizedTest
    @CsvSource({"temp,98.6,[degF],37", "temp,310.15,K,37", "abp_mean,12,kPa,90.00744", "spo2,0.97,1,97", "hr,72,bpm,72"
    })
    void aKnownUnitIsBroughtIntoTheCataloguesUnit(String variable, double value, String unit, double expected) {
        Reading reading = new Reading(variable, value, "", unit, Status.VALID, START);

        assertThat(judged(reading)).isEqualTo(Reason.NONE);
        assertThat(Units.catalogueValue(reading)).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"hr,-1", "hr,300.1", "spo2,100.5", "temp,9.9", "rr,32767", "hr,-999", "potassium,0.4"})
    void whatIsPhysicallyImpossibleIsRejected(String variable, double value) {
        assertThat(judged(Bedside.reading(variable, value, START))).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void theHardRangeIsThatOfTheCataloguesUnit() {
        Reading reading = new Reading("temp", 130, "", "[degF]", Status.VALID, START);

        assertThat(judged(reading)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(explained(reading)).startsWith("value: must be within 10.0..50.0 Cel, was 54.4");
    }

    @ParameterizedTest
    @CsvSource({"hr,0", "hr,300", "spo2,0", "spo2,100", "temp,10", "temp,50"})
    void theEndsOfTheHardRangeArePossible(String variable, double value) {
        assertThat(judged(Bedside.reading(variable, value, START))).isEqualTo(Reason.NONE);
    }

    @Test
    void moreThanFiveMinutesAheadOfTheWardsClockIsTheFuture() {
        Instant last = START.plusSeconds(300);

        assertThat(judged(Bedside.reading("hr", 80, last))).isEqualTo(Reason.NONE);
        assertThat(judged(Bedside.reading("hr", 80, last.plusMillis(1)))).isEqualTo(Reason.FUTURE_TIME);
        assertThat(explained(Bedside.reading("hr", 80, last.plusMillis(1))))
                .isEqualTo("measuredAt: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:00.001Z");
    }

    @Test
    void aClockThatIsAheadOfTheBrokersCannotMakeTheFutureThePresent() {
        var ahead = new Arrival(START.plusSeconds(299), START);
        Reading reading = Bedside.reading("hr", 80, START.plusSeconds(301));

        assertThat(Acceptance.of(reading, ahead)).isEqualTo(Reason.FUTURE_TIME);
        assertThat(Explanation.of(Reason.FUTURE_TIME, reading, ahead))
                .isEqualTo("measuredAt: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:01Z");
    }

    @Test
    void aRecordThatWasReceivedInTheFutureIsRejectedWhateverItHolds() {
        var tomorrow = new Arrival(START.plusSeconds(301), START);

        assertThat(Acceptance.of(Bedside.reading("hr", 80, START), tomorrow)).isEqualTo(Reason.FUTURE_TIME);
        assertThat(Explanation.of(Reason.FUTURE_TIME, Bedside.reading("hr", 80, START), tomorrow))
                .isEqualTo("receivedTime: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:01Z");
    }

    @Test
    void aPastThatIsPlayedIsJudgedByItsOwnTime() {
        var played = new Arrival(START, START.plusSeconds(172_800));

        assertThat(Acceptance.of(Bedside.reading("hr", 80, START.plusSeconds(301)), played))
                .isEqualTo(Reason.FUTURE_TIME);
        assertThat(Acceptance.of(Bedside.reading("hr", 80, START), played)).isEqualTo(Reason.NONE);
    }

    private static Reason judged(Reading reading) {
        return Acceptance.of(reading, NOW);
    }

    private static String explained(Reading reading) {
        return Explanation.of(judged(reading), reading, NOW);
    }
}

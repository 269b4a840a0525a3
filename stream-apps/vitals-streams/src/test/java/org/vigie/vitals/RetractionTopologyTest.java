package org.vigie.vitals;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.testing.story.WardStory;

/** Tests what a retraction takes back, and what comes again or late. */
class RetractionTopologyTest extends VitalsTopologyStory {
    @Test
    void whatNobodySummedIsTakenBackFromNoWindow() {
        // given
        tell(rr(IMPEDANCE, 31.0, MeasurementStatusRecord.VALID), rr(CO2, 12.0, MeasurementStatusRecord.VALID));
        vitals.clean();

        // when
        vitals.tell(Observation.newBuilder(told(
                        rr(IMPEDANCE, null, MeasurementStatusRecord.RETRACTED),
                        rr(CO2, null, MeasurementStatusRecord.RETRACTED)))
                .setMessageId("retraction")
                .build());

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getVerdict, JudgedReading::getWithdraws)
                .containsExactly(
                        tuple(CleaningOutcomeRecord.RETRACTED, List.of()),
                        tuple(CleaningOutcomeRecord.RETRACTED, List.of(12.0)));
    }

    @Test
    void aRetractedMeanPressureTakesBackThePerfusionPressure() {
        // given
        tell(
                pressure("abp_mean", 84.0, MeasurementStatusRecord.VALID),
                pressure("icp", 22.0, MeasurementStatusRecord.VALID));
        vitals.clean();

        // when
        vitals.tell(Observation.newBuilder(told(pressure("abp_mean", null, MeasurementStatusRecord.RETRACTED)))
                .setMessageId("retraction")
                .build());

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getVariable, JudgedReading::getVerdict, JudgedReading::getWithdraws)
                .containsExactly(
                        tuple("abp_mean", CleaningOutcomeRecord.RETRACTED, List.of(84.0)),
                        tuple("cpp", CleaningOutcomeRecord.RETRACTED, List.of(62.0)));
    }

    @Test
    void whatWasUnderstoodLaterCorrectsThePastAndSaysNothingOfNow() {
        // given
        ward.bed("A3").heartRate("180").every(1, SECONDS);

        // when
        ward.stays().forEach(vitals::tell);
        ward.observations().forEach(vitals::tellLate);
        ward.observations().forEach(vitals::tellLate);

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getValue, JudgedReading::getVerdict, JudgedReading::getReason)
                .containsExactly(tuple(180.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER));
        assertThat(vitals.rejected())
                .extracting(RejectedReading::getReason)
                .containsExactly(CleaningReasonRecord.DUPLICATE);
    }

    @Test
    void urineThatComesAgainAfterTheHorizonIsStillADuplicate() {
        // given
        ward.bed("A3");
        vitals.tell(ward);
        List<Observation> hours =
                IntStream.range(0, 72).mapToObj(RetractionTopologyTest::urine).toList();
        hours.forEach(vitals::tell);
        vitals.pass(Duration.ofSeconds(10));
        vitals.pass(Duration.ofSeconds(10));
        vitals.clean();

        // when
        hours.subList(0, 71).forEach(vitals::tell);

        // then
        assertThat(vitals.clean()).isEmpty();
        assertThat(vitals.rejected())
                .hasSize(71)
                .allMatch(rejected -> rejected.getReason() == CleaningReasonRecord.DUPLICATE);
    }

    @Test
    void aMessageThatComesAgainIsADuplicateAltogether() {
        // given
        ward.bed("A3").heartRate("80").saturation("97").every(1, SECONDS).again();

        // when
        vitals.tell(ward);

        // then
        assertThat(judged(vitals.clean())).hasSize(2);
        assertThat(vitals.rejected())
                .extracting(RejectedReading::getReason, RejectedReading::getStay, RejectedReading::getOrigin)
                .containsExactly(
                        tuple(CleaningReasonRecord.DUPLICATE, "stay-A3", origin(1, 0)),
                        tuple(CleaningReasonRecord.DUPLICATE, "stay-A3", origin(1, 1)));
    }

    @Test
    void aMessageIsForgottenAfterTheHorizonAndTheNextPurge() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS);
        ward.bed("A3").silent(Duration.ofMinutes(2)).heartRate("81").every(1, SECONDS);
        vitals.tell(ward);
        Observation first = ward.observations().get(0);

        // when
        vitals.pass(Duration.ofSeconds(10));
        vitals.tell(first);

        // then
        assertThat(vitals.rejected())
                .as("not yet: taken in since the last purge")
                .extracting(RejectedReading::getDetail)
                .hasSize(1);

        // when
        vitals.pass(Duration.ofSeconds(10));
        vitals.tell(Observation.newBuilder(first)
                .setReadings(List.of(reading("rr", 16.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START)))
                .build());

        // then
        assertThat(vitals.rejected()).as("forgotten, so judged by its readings").isEmpty();
    }

    @Test
    void aRetractionSaysWhatHoldsNoLonger() {
        // given
        ward.bed("A3");
        vitals.tell(ward);
        vitals.tell(lab("1", 7.1, MeasurementStatusRecord.VALID, WardStory.START));
        vitals.clean();

        // when
        vitals.tell(lab("2", null, MeasurementStatusRecord.RETRACTED, WardStory.START.plusSeconds(60)));
        vitals.tell(lab("3", null, MeasurementStatusRecord.RETRACTED, WardStory.START.plusSeconds(90)));

        // then
        assertThat(judged(vitals.clean())).singleElement().satisfies(reading -> {
            assertThat(reading.getVerdict()).isEqualTo(CleaningOutcomeRecord.RETRACTED);
            assertThat(reading.getReason()).isEqualTo(CleaningReasonRecord.RETRACTED);
            assertThat(reading.getMeasuredAt()).isEqualTo(WardStory.START);
            assertThat(reading.getWithdraws()).containsExactly(7.1);
            assertThat(reading.getValue()).isNaN();
        });
        assertThat(vitals.rejected())
                .singleElement()
                .returns(CleaningReasonRecord.NOTHING_TO_RETRACT, RejectedReading::getReason)
                .returns(
                        "measuredAt: must be an instant of which a value is remembered, was " + WardStory.START,
                        RejectedReading::getDetail);
    }

    @Test
    void anOlderSecondOfAStreamIsTakenBackOnceForTwoHoursAndThenNoLonger() {
        // given
        ward.bed("A3").heartRate("82 ".repeat(600).trim()).every(10, SECONDS);
        vitals.tell(ward);
        vitals.pass(Duration.ofSeconds(10));
        vitals.clean();
        Instant now = WardStory.START.plusSeconds(6_000);

        // when
        vitals.tell(takenBack("1", WardStory.START.plusSeconds(100), now));
        vitals.tell(takenBack("2", WardStory.START.plusSeconds(100), now));
        ward.bed("A3").silent(Duration.ofHours(2)).heartRate("83 84").every(1, SECONDS);
        vitals.tell(ward);
        vitals.pass(Duration.ofSeconds(10));
        vitals.tell(takenBack("3", WardStory.START.plusSeconds(200), now.plus(Duration.ofHours(2))));

        // then
        assertThat(judged(vitals.clean()))
                .filteredOn(reading -> reading.getVerdict() == CleaningOutcomeRecord.RETRACTED)
                .singleElement()
                .returns(List.of(82.0), JudgedReading::getWithdraws);
        assertThat(vitals.rejected())
                .extracting(RejectedReading::getReason)
                .filteredOn(reason -> reason != CleaningReasonRecord.DUPLICATE)
                .containsExactly(CleaningReasonRecord.NOTHING_TO_RETRACT, CleaningReasonRecord.NOTHING_TO_RETRACT);
    }

    private static ReadingRecord pressure(String variable, Double value, MeasurementStatusRecord status) {
        return new ReadingRecord(variable, value, null, "mm[Hg]", status, WardStory.START, "");
    }

    private static Observation takenBack(String id, Instant then, Instant received) {
        return monitor(id, reading("hr", null, null, "/min", MeasurementStatusRecord.RETRACTED, then), received);
    }

    private static Observation urine(int hour) {
        Instant at = WardStory.START.plus(Duration.ofHours(hour));
        return Observation.newBuilder(told(reading("urine", 50.0, null, "mL", MeasurementStatusRecord.VALID, at)))
                .setMessageId("urine-" + hour)
                .setDeviceTime(at)
                .setReceivedTime(at)
                .build();
    }
}

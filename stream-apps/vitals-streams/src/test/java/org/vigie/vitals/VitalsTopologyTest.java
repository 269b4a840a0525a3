package org.vigie.vitals;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.testing.story.WardStory;

/** Tests the records that the topology writes for given raw records. */
class VitalsTopologyTest {
    private static final String CO2 = "MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1";
    private static final String IMPEDANCE = "MDC_DEV_ECG_RESP_VMD 1.6.1.1";

    private final WardStory ward = new WardStory();
    private final VitalsTopologyDriver vitals =
            new VitalsTopologyDriver(new CleaningMemoryConfig(Duration.ofMinutes(1), 1_000));

    @AfterEach
    void close() {
        vitals.close();
    }

    @Test
    void theDrawingIsTheOneInTheGoldenFile() throws IOException {
        // given
        var serdes = new AvroSerdes(new MockSchemaRegistryClient());

        // when
        var topology = new VitalsTopology(VitalsTopologyDriver.TOPICS, serdes, CleaningMemoryConfig.defaults()).build();

        // then
        assertThat(topology.describe()).hasToString(golden("vitals-topology.txt"));
    }

    @Test
    void aSpikeIsSuspectAndItsNeighboursAreKept() {
        // given
        ward.bed("A3").heartRate("82 84 83 250 84").every(1, SECONDS);

        // when
        vitals.tell(ward);

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getValue, JudgedReading::getVerdict, JudgedReading::getReason)
                .containsExactly(
                        tuple(82.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE),
                        tuple(84.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE),
                        tuple(83.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE),
                        tuple(250.0, CleaningOutcomeRecord.SUSPECT, CleaningReasonRecord.SPIKE),
                        tuple(84.0, CleaningOutcomeRecord.KEPT, CleaningReasonRecord.NONE));
        assertThat(vitals.rejected()).isEmpty();
    }

    @Test
    void ofTwoSourcesBothAreKeptAndThePreferredOneIsFollowed() {
        // when
        tell(rr(IMPEDANCE, 31.0, MeasurementStatusRecord.VALID), rr(CO2, 12.0, MeasurementStatusRecord.VALID));

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getChannel, JudgedReading::getVerdict, JudgedReading::getFollowed)
                .containsExactly(
                        tuple(IMPEDANCE, CleaningOutcomeRecord.KEPT, false),
                        tuple(CO2, CleaningOutcomeRecord.KEPT, true));
        assertThat(vitals.rejected()).isEmpty();
    }

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

    private static ReadingRecord pressure(String variable, Double value, MeasurementStatusRecord status) {
        return new ReadingRecord(variable, value, null, "mm[Hg]", status, WardStory.START, "");
    }

    private static ReadingRecord rr(String channel, Double value, MeasurementStatusRecord status) {
        return new ReadingRecord("rr", value, null, "/min", status, WardStory.START, channel);
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
    void aCleanObservationSaysWhoseItIsAndWhereItCameFrom() {
        // given
        ward.bed("A3").heartRate("82").every(1, SECONDS);

        // when
        vitals.tell(ward);

        // then
        var record = vitals.cleanRecords().get(0);
        assertThat(record.key()).isEqualTo("stay-A3");
        assertThat(record.value())
                .returns("stay-A3", CleanObservation::getStay)
                .returns(false, CleanObservation::getProvisional)
                .returns("REA/A3", CleanObservation::getBed)
                .returns("A3-0", CleanObservation::getMessageId)
                .returns(WardStory.START.plusSeconds(1), CleanObservation::getPublishedAt)
                .returns(origin(0, -1), CleanObservation::getOrigin);
    }

    @Test
    void aValueIsWrittenInTheCataloguesUnit() {
        // when
        tell(reading("temp", 98.6, null, "[degF]", MeasurementStatusRecord.VALID, WardStory.START));

        // then
        assertThat(judged(vitals.clean()))
                .singleElement()
                .satisfies(reading ->
                        assertThat(reading.getValue()).isCloseTo(37, org.assertj.core.data.Offset.offset(1e-6)));
    }

    @Test
    void anUnknownVariableIsRejected() {
        assertRejected(
                reading("MDC_FOO", 1.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START),
                CleaningReasonRecord.UNKNOWN_VARIABLE,
                "variable: must be a name in the variable catalogue, was 'MDC_FOO'");
    }

    @Test
    void anUnknownUnitIsRejected() {
        assertRejected(
                reading("hr", 80.0, null, "Hz", MeasurementStatusRecord.VALID, WardStory.START),
                CleaningReasonRecord.UNKNOWN_UNIT,
                "unit: must be one of [/min, 1/min, 264864, bpm, {beats}/min, {beat}/min], was 'Hz'");
    }

    @Test
    void aValueThatIsNoNumberIsRejectedWithItsText() {
        // given
        ReadingRecord leadOff = reading("hr", null, "LEAD OFF", "/min", MeasurementStatusRecord.VALID, WardStory.START);

        // when, then
        RejectedReading rejected = assertRejected(
                leadOff, CleaningReasonRecord.NOT_A_NUMBER, "value: must be a number in /min, was 'LEAD OFF'");

        assertThat(rejected.getReading()).isEqualTo(leadOff);
    }

    @Test
    void notANumberAndInfinityAreRejected() {
        assertRejected(
                reading("hr", Double.NaN, null, "/min", MeasurementStatusRecord.VALID, WardStory.START),
                CleaningReasonRecord.NOT_A_NUMBER,
                "value: must be a number in /min, was NaN");
    }

    @Test
    void aTimeInTheFutureIsRejected() {
        assertRejected(
                reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START.plusSeconds(301)),
                CleaningReasonRecord.FUTURE_TIME,
                "measuredAt: must be at most 2026-03-01T08:05:00Z, was 2026-03-01T08:05:01Z");
    }

    @Test
    void aRecordThatWasReceivedAfterTheBrokerTookItIsRejectedAltogether() {
        // given
        Instant wrong = Instant.parse("2050-01-01T00:00:00Z");
        ward.bed("A3");
        vitals.tell(ward);
        ReadingRecord heartRate = reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, wrong);
        ReadingRecord good = reading("rr", 16.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START);

        // when
        vitals.tell(
                Observation.newBuilder(told(heartRate, good))
                        .setDeviceTime(wrong)
                        .setReceivedTime(wrong)
                        .build(),
                WardStory.START);

        // then
        assertThat(vitals.clean()).isEmpty();
        assertThat(vitals.rejected())
                .extracting(RejectedReading::getStay, RejectedReading::getReason, RejectedReading::getDetail)
                .hasSize(2)
                .containsOnly(tuple(
                        "stay-A3",
                        CleaningReasonRecord.FUTURE_TIME,
                        "receivedTime: must be at most 2026-03-01T08:05:00Z, was 2050-01-01T00:00:00Z"));
    }

    @Test
    void aDeviceThatBelievesItIs1970BelongsToThePatientWhoLiesThereButSaysNothingOfNow() {
        // given
        ward.bed("A3");
        vitals.tell(ward);
        ReadingRecord heartRate = reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, Instant.EPOCH);

        // when
        vitals.tell(Observation.newBuilder(told(heartRate))
                .setDeviceTime(Instant.EPOCH)
                .build());

        // then
        assertThat(vitals.clean()).singleElement().satisfies(clean -> {
            assertThat(clean.getStay()).isEqualTo("stay-A3");
            assertThat(clean.getReadings())
                    .extracting(JudgedReading::getVerdict, JudgedReading::getReason, JudgedReading::getMeasuredAt)
                    .containsExactly(
                            tuple(CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER, Instant.EPOCH));
        });
    }

    @Test
    void urineThatComesAgainAfterTheHorizonIsStillADuplicate() {
        // given
        ward.bed("A3");
        vitals.tell(ward);
        List<Observation> hours =
                IntStream.range(0, 72).mapToObj(VitalsTopologyTest::urine).toList();
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
    void anImpossibleValueIsRejected() {
        assertRejected(
                reading("hr", 301.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START),
                CleaningReasonRecord.OUT_OF_RANGE,
                "value: must be within 0.0..300.0 /min, was 301.0");
    }

    @Test
    void whatTheDeviceCallsInvalidIsRejected() {
        assertRejected(
                reading("spo2", 0.0, null, "%", MeasurementStatusRecord.INVALID, WardStory.START),
                CleaningReasonRecord.DEVICE_INVALID,
                "status: must be that of a measurement, was INVALID");
    }

    @Test
    void aReadingForNoKnownBedIsRejectedByItsBed() {
        // when
        vitals.tell(told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START)));

        // then
        var record = vitals.rejectedRecords().get(0);
        assertThat(record.key()).isEqualTo("REA/A3");
        assertThat(record.value())
                .returns(null, RejectedReading::getStay)
                .returns(CleaningReasonRecord.UNKNOWN_BED, RejectedReading::getReason)
                .returns(origin(0, 0), RejectedReading::getOrigin);
        assertThat(vitals.clean()).isEmpty();
    }

    @Test
    void aReadingThatIsReadBeforeItsKnownBedIsWatchedUnderTheStayOfAnEmptyBed() {
        // given
        var first = told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START));

        // when: the topics are read in either order
        vitals.tellOfKnownBed(first);
        String before = vitals.clean().get(0).getStay();
        vitals.tell(new BedStays("REA/A3", List.of()));
        vitals.tellOfKnownBed(Observation.newBuilder(told(reading(
                        "hr", 81.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START.plusSeconds(1))))
                .setMessageId("2")
                .build());

        // then
        assertThat(vitals.rejected()).isEmpty();
        assertThat(vitals.clean()).singleElement().satisfies(clean -> {
            assertThat(clean.getProvisional()).isTrue();
            assertThat(clean.getStay()).isEqualTo(before);
        });
    }

    @Test
    void aReadingThatIsReadBeforeItsBedIsGivenToThePatientWhoLiesThere() {
        // when
        vitals.tellOfKnownBed(told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START)));
        ward.bed("A3").heartRate("82").every(1, SECONDS);
        ward.stays().forEach(vitals::tell);

        // then
        assertThat(vitals.rejected()).isEmpty();
        assertThat(vitals.clean())
                .extracting(CleanObservation::getProvisional, CleanObservation::getStay)
                .hasSize(2)
                .endsWith(tuple(false, "stay-A3"));
    }

    @Test
    void aBedWithoutAPatientIsWatchedUnderAProvisionalStay() {
        // given
        vitals.tell(new BedStays("REA/A3", List.of()));

        // when
        vitals.tell(told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START)));

        // then
        assertThat(vitals.clean()).singleElement().satisfies(clean -> {
            assertThat(clean.getProvisional()).isTrue();
            assertThat(clean.getStay()).startsWith("provisional-");
        });
    }

    @Test
    void anAdmissionTurnsTheBedOverToItsStay() {
        // given
        ward.bed("A3").heartRate("80 81").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        vitals.tell(ward.observations().get(0));

        // when
        vitals.tell(ward.stays().get(0));
        vitals.tell(ward.observations().get(1));

        // then
        assertThat(vitals.clean())
                .extracting(CleanObservation::getProvisional, clean -> clean.getAttributedFrom() != null)
                .containsExactly(tuple(true, false), tuple(false, true), tuple(false, false));
    }

    @Test
    void aLateAdmissionGetsWhatWasMeasuredMeanwhile() {
        // given
        ward.bed("A3").heartRate("80 81 82 83").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().subList(0, 3).forEach(vitals::tell);
        List<CleanObservation> first = vitals.clean();

        // when
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START.plusSeconds(1), null))));
        vitals.tell(ward.observations().get(3));

        // then
        List<CleanObservation> again = vitals.clean();
        String provisional = first.get(0).getStay();
        assertThat(again)
                .extracting(
                        CleanObservation::getStay,
                        CleanObservation::getProvisional,
                        CleanObservation::getAttributedFrom,
                        clean -> clean.getOrigin().getOffset())
                .containsExactly(
                        tuple("late", false, provisional, 1L),
                        tuple("late", false, provisional, 2L),
                        tuple("late", false, null, 3L));
        assertThat(again.get(0).getReadings()).isEqualTo(first.get(1).getReadings());
        assertThat(vitals.rejected()).isEmpty();
    }

    @Test
    void whatWasAttributedIsNotSaidAgainAndGoesToNoSecondPatient() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().forEach(vitals::tell);
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START, null))));
        vitals.clean();

        // when
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START, WardStory.START.plusSeconds(60)))));
        vitals.tell(new BedStays("REA/A3", List.of()));
        vitals.tell(new BedStays("REA/A3", List.of(stay("other", WardStory.START, null))));

        // then
        assertThat(vitals.clean()).isEmpty();
    }

    @Test
    void anAdmissionOfAnotherBedTakesNothing() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().forEach(vitals::tell);
        vitals.clean();

        // when
        vitals.tell(new BedStays("REA/A33", List.of(stay("late", WardStory.START, null))));

        // then
        assertThat(vitals.clean()).isEmpty();
    }

    @Test
    void afterATransferTheBedsReadingsAreTheNextPatients() {
        // given
        Instant change = WardStory.START.plusSeconds(2);
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay("second", change, null))));
        ward.bed("A3").heartRate("80 81 70 71").every(1, SECONDS);

        // when
        ward.observations().forEach(vitals::tell);

        // then
        assertThat(vitals.clean())
                .extracting(CleanObservation::getStay)
                .containsExactly("first", "first", "second", "second");
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
    void aGatewayThatCountsFromOneAgainIsHeard() {
        // given
        Observation first = told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START));
        Observation restarted = Observation.newBuilder(first)
                .setDeviceTime(WardStory.START.plusSeconds(9))
                .setReceivedTime(WardStory.START.plusSeconds(9))
                .setReadings(List.of(reading(
                        "hr", 84.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START.plusSeconds(9))))
                .build();
        ward.bed("A3");
        vitals.tell(ward);

        // when
        vitals.tell(first);
        vitals.tell(restarted);

        // then
        assertThat(judged(vitals.clean())).extracting(JudgedReading::getValue).containsExactly(80.0, 84.0);
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

    @Test
    void aMonitorWhoseClockIsSetBackByAnHourSaysOfEachReadingWhenItWasMeasuredByTheWardsClock() {
        // given
        ward.bed("A3").heartRate("82 83 84").every(1, SECONDS);
        vitals.tell(ward);
        vitals.clean();

        // when
        for (int second = 3; second < 6; second++) {
            Instant received = WardStory.START.plusSeconds(second);
            Instant stamp = received.minus(Duration.ofHours(1));
            vitals.tell(monitor(
                    "back-" + second,
                    reading("hr", 85.0, null, "/min", MeasurementStatusRecord.VALID, stamp),
                    received));
        }

        // then
        assertThat(judged(vitals.clean()))
                .extracting(JudgedReading::getReason, JudgedReading::getAsOf)
                .containsExactly(
                        tuple(CleaningReasonRecord.OUT_OF_ORDER, null),
                        tuple(CleaningReasonRecord.NONE, WardStory.START.plusSeconds(4)),
                        tuple(CleaningReasonRecord.NONE, WardStory.START.plusSeconds(5)));
    }

    private static Observation takenBack(String id, Instant then, Instant received) {
        return monitor(id, reading("hr", null, null, "/min", MeasurementStatusRecord.RETRACTED, then), received);
    }

    private static Observation monitor(String id, ReadingRecord reading, Instant received) {
        return Observation.newBuilder(told(reading))
                .setSource("story")
                .setDevice("monitor-A3")
                .setMessageId(id)
                .setDeviceTime(reading.getMeasuredAt())
                .setReceivedTime(received)
                .build();
    }

    @Test
    void aCorrectionThatComesDaysLateBelongsToWhoeverLayThereThen() {
        // given
        Instant change = WardStory.START.plus(Duration.ofHours(1));
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay("second", change, null))));
        vitals.tell(lab("1", 7.1, MeasurementStatusRecord.VALID, WardStory.START));

        // when
        vitals.tell(lab("2", 4.1, MeasurementStatusRecord.CORRECTED, WardStory.START.plus(Duration.ofDays(2))));

        // then
        assertThat(vitals.clean()).hasSize(2).allMatch(clean -> clean.getStay().equals("first"));
    }

    private static Observation lab(String id, Double value, MeasurementStatusRecord status, Instant received) {
        return Observation.newBuilder(told(reading("potassium", value, null, "mmol/L", status, WardStory.START)))
                .setDevice("laboratory")
                .setMessageId(id)
                .setReceivedTime(received)
                .build();
    }

    @Test
    void theReadingsAreCountedByReason() {
        // given
        ward.bed("A3").heartRate("82 84 83 250 84 LEAD_OFF").every(1, SECONDS).again();

        // when
        vitals.tell(ward);

        // then
        assertThat(vitals.counted("none")).isEqualTo(4);
        assertThat(vitals.counted("spike")).isEqualTo(1);
        assertThat(vitals.counted("not-a-number")).isEqualTo(1);
        assertThat(vitals.counted("duplicate")).isEqualTo(1);
    }

    private RejectedReading assertRejected(ReadingRecord reading, CleaningReasonRecord reason, String detail) {
        ReadingRecord good = reading("rr", 16.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START);
        tell(reading, good);

        assertThat(judged(vitals.clean())).extracting(JudgedReading::getIndex).containsExactly(1);
        var record = vitals.rejectedRecords().get(0);
        assertThat(record.key()).isEqualTo("stay-A3");
        assertThat(record.value())
                .returns(reason, RejectedReading::getReason)
                .returns(detail, RejectedReading::getDetail)
                .returns(origin(0, 0), RejectedReading::getOrigin);
        return record.value();
    }

    private void tell(ReadingRecord... readings) {
        ward.bed("A3");
        vitals.tell(ward);
        vitals.tell(told(readings));
    }

    private static Observation urine(int hour) {
        Instant at = WardStory.START.plus(Duration.ofHours(hour));
        return Observation.newBuilder(told(reading("urine", 50.0, null, "mL", MeasurementStatusRecord.VALID, at)))
                .setMessageId("urine-" + hour)
                .setDeviceTime(at)
                .setReceivedTime(at)
                .build();
    }

    private static Observation told(ReadingRecord... readings) {
        return Observation.newBuilder()
                .setSource("test")
                .setDevice("monitor")
                .setBed("REA/A3")
                .setMessageId("1")
                .setSequence(0)
                .setDeviceTime(WardStory.START)
                .setReceivedTime(WardStory.START)
                .setReadings(List.of(readings))
                .build();
    }

    private static ReadingRecord reading(
            String variable,
            Double value,
            String text,
            String unit,
            MeasurementStatusRecord status,
            Instant measuredAt) {
        return new ReadingRecord(variable, value, text, unit, status, measuredAt, "");
    }

    private static Stay stay(String name, Instant from, Instant until) {
        return Stay.newBuilder()
                .setStay(name)
                .setPatient("patient-" + name)
                .setBed("REA/A3")
                .setFrom(from)
                .setUntil(until)
                .setAdmittedAt(from)
                .build();
    }

    private static Origin origin(long offset, int index) {
        return new Origin("vigie.test.observations.raw", 0, offset, index);
    }

    private static List<JudgedReading> judged(List<CleanObservation> clean) {
        return clean.stream()
                .flatMap(observation -> observation.getReadings().stream())
                .toList();
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = VitalsTopologyTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.testing.story.WardStory;

/** Tests which readings are rejected, with the reason that is written. */
class RejectedReadingTopologyTest extends VitalsTopologyStory {
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
}

package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.DeviceLimit;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.variable.ValueRange;

class ObservationAssemblerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theMonitorsOwnLimitsAreKeptBesideItsValues() {
        // when
        List<Observation> records = new ObservationAssembler()
                .of(
                        "MONITOR",
                        "17",
                        List.of(
                                measured("REA/01", "hr", 82, new ValueRange(50, 120)),
                                measured("REA/01", "spo2", 97, new ValueRange(90, Double.POSITIVE_INFINITY)),
                                measured("REA/01", "temp", 37, ValueRange.UNBOUNDED),
                                measured("REA/02", "hr", 70, new ValueRange(40, 130))),
                        NOON);

        // then
        assertThat(records).extracting(Observation::getBed).containsExactly("REA/01", "REA/02");
        assertThat(records.get(0).getReadings()).hasSize(3);
        assertThat(records.get(0).getLimits())
                .containsExactly(new DeviceLimit("hr", 50.0, 120.0), new DeviceLimit("spo2", 90.0, null));
        assertThat(records.get(1).getLimits()).containsExactly(new DeviceLimit("hr", 40.0, 130.0));
    }

    @Test
    void whatIsTakenBackOrCorrectedIsARecordOfItsOwnForEachInstant() {
        // given
        MeasuredValue now = measured("REA/01", "hr", 82, ValueRange.UNBOUNDED);

        // when
        List<Observation> records = new ObservationAssembler()
                .of(
                        "LAB",
                        "17",
                        List.of(
                                changed(NOON.minusSeconds(7200), 7.1, MeasurementStatusRecord.CORRECTED),
                                now,
                                changed(NOON.minusSeconds(3600), Double.NaN, MeasurementStatusRecord.RETRACTED)),
                        NOON);

        // then
        assertThat(records)
                .extracting(Observation::getDeviceTime)
                .containsExactly(NOON.minusSeconds(7200), NOON, NOON.minusSeconds(3600));
        assertThat(records).extracting(Observation::getMessageId).containsExactly("17", "17-1", "17-2");
        assertThat(records.get(2).getReadings().get(0).getValue()).isNull();
        assertThat(records.get(2).getReadings().get(0).getStatus()).isEqualTo(MeasurementStatusRecord.RETRACTED);
    }

    private static MeasuredValue changed(Instant at, double value, MeasurementStatusRecord status) {
        return new MeasuredValue("REA/01", "p", "m1", at, "potassium", value, "mmol/L", status, ValueRange.UNBOUNDED);
    }

    private static MeasuredValue measured(String bed, String variable, double value, ValueRange limits) {
        return new MeasuredValue(bed, "p", "m1", NOON, variable, value, "", MeasurementStatusRecord.VALID, limits);
    }
}

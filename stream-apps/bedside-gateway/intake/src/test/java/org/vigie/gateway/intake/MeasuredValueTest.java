package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableNames;

class MeasuredValueTest {
    private static final Instant AT = Instant.parse("2026-03-05T08:00:00Z");

    private static MeasuredValue heartRate(Instant time) {
        return new MeasuredValue(
                "REA/01",
                "880021",
                "mon-7",
                time,
                VariableNames.HR,
                72,
                "/min",
                MeasurementStatusRecord.VALID,
                new ValueRange(50, 120));
    }

    @Test
    void aValueOfASenderWithoutChannelsIsFinalAndHasNoIdentifiers() {
        // when
        MeasuredValue value = heartRate(AT);

        // then
        assertThat(value.channel()).isEmpty();
        assertThat(value.preliminary()).isFalse();
        assertThat(value.statement()).isEqualTo(ObservationIdentifiers.UNNAMED);
    }

    @Test
    void aCopyDiffersInOneThingOnly() {
        // given
        MeasuredValue value = heartRate(AT);
        ObservationIdentifiers named = new ObservationIdentifiers(List.of("id|7"), false).replacing();
        // when
        MeasuredValue moved = value.withBed("REA/02");
        MeasuredValue corrected = value.withStatus(MeasurementStatusRecord.CORRECTED);
        MeasuredValue identified = value.withIdentifiers(named);
        // then
        assertThat(moved).usingRecursiveComparison().ignoringFields("bed").isEqualTo(value);
        assertThat(moved.bed()).isEqualTo("REA/02");
        assertThat(corrected)
                .usingRecursiveComparison()
                .ignoringFields("status")
                .isEqualTo(value);
        assertThat(corrected.status()).isEqualTo(MeasurementStatusRecord.CORRECTED);
        assertThat(identified)
                .usingRecursiveComparison()
                .ignoringFields("statement")
                .isEqualTo(value);
        assertThat(identified.statement().replaces()).isTrue();
    }

    @Test
    void aValueWithoutATimeIsRefused() {
        assertThatThrownBy(() -> heartRate(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("time");
    }
}

package org.vigie.station.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;

class ImputedCellTest {
    private static final Instant ADMISSION = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void onlyHoursSinceAdmissionThatWereNotMeasuredAreGiven() {
        // given
        var hr = VariableCatalogue.standard().get("hr");
        var window = WindowRecords.measured(ADMISSION, 2);

        // when
        WindowRecords.carry(window, 47, hr, 77);
        WindowRecords.carry(window, 44, hr, 66);

        // then
        assertThat(ImputedCell.in(window, hr, ADMISSION))
                .isEqualTo(List.of(
                        new ImputedCell(ADMISSION.plus(Duration.ofMinutes(150)).toEpochMilli(), 77, "CARRIED")));
    }

    @Test
    void aVariableOutsideTheModelHasNone() {
        // given
        var spo2 = VariableCatalogue.standard().get("spo2");

        // when, then
        assertThat(ImputedCell.in(WindowRecords.measured(ADMISSION, 2), spo2, ADMISSION))
                .isEmpty();
    }
}

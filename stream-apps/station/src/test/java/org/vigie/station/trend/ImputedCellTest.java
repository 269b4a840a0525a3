package org.vigie.station.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.WindowEstimatesRecord;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;

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
                .isEqualTo(List.of(new ImputedCell(
                        ADMISSION.plus(Duration.ofMinutes(150)).toEpochMilli(), 77, "CARRIED", null, null)));
    }

    @Test
    void anEstimateIsShownWithItsIntervalInPlaceOfTheLastValue() {
        // given
        var hr = VariableCatalogue.standard().get("hr");
        var window = WindowRecords.measured(ADMISSION, 2);
        WindowRecords.carry(window, 46, hr, 77);
        WindowRecords.carry(window, 47, hr, 77);
        window.setEstimates(WindowEstimatesRecord.newBuilder()
                .setImputer("imputer-attention")
                .setVersion("1")
                .setDigest("ab")
                .setCells(List.of(47 * HourlyGrid.SERIES + hr.series().orElseThrow()))
                .setValues(List.of(84F))
                .setLows(List.of(70F))
                .setHighs(List.of(99F))
                .build());

        // when
        List<ImputedCell> cells = ImputedCell.in(window, hr, ADMISSION);

        // then
        assertThat(cells)
                .extracting(ImputedCell::kind, ImputedCell::value, ImputedCell::low, ImputedCell::high)
                .containsExactly(tuple("CARRIED", 77F, null, null), tuple("ESTIMATED", 84F, 70F, 99F));
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

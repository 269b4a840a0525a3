package org.vigie.signal.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.CellOrigin;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowImputer;

/** Tests the hourly grid and its imputation. */
class HourlyGridTest {
    private static final int HR =
            VariableCatalogue.standard().get("hr").series().orElseThrow();
    private static final int URINE =
            VariableCatalogue.standard().get("urine").series().orElseThrow();
    private static final int LAST_ROW = (HourlyGrid.HOURS - 1) * HourlyGrid.SERIES;

    private final HourlyGrid grid = new HourlyGrid();

    @Test
    void aReadingThatIsTakenOutLeavesTheOthersAndAnHourWithoutReadingsIsNotMeasured() {
        // when
        grid.add(3, HR, 80);
        grid.add(3, HR, 90);
        grid.add(4, HR, 70.1);

        // then
        assertThat(grid.remove(3, HR, 90)).isTrue();
        assertThat(grid.remove(4, HR, 70.1)).isTrue();

        assertThat(grid.value(3, HR)).hasValue(80);
        assertThat(grid.value(4, HR)).isEmpty();
        assertThat(grid.lastHour()).isEqualTo(4);
        assertThat(WindowImputer.fill(grid, 4).values()[LAST_ROW + HR]).isEqualTo(80f);
        assertThat(grid.changedHours()).containsExactly(3, 4);
    }

    @Test
    void whatIsNotHeldCannotBeTakenOut() {
        // when, then
        assertThat(grid.remove(3, HR, 80)).isFalse();
        // when
        grid.add(3, URINE, 80);
        // then
        assertThat(grid.remove(3, HR, 80)).isFalse();
    }

    @Test
    void anHourIsTheMeanOfItsReadingsAndUrineTheirSum() {
        // when
        grid.add(3, HR, 80);
        grid.add(3, HR, 90);
        grid.add(3, URINE, 40);
        grid.add(3, URINE, 60);

        // then
        assertThat(grid.value(3, HR)).hasValue(85);
        assertThat(grid.value(3, URINE)).hasValue(100);
    }

    @Test
    void aLateReadingCorrectsItsHourAndTheHourIsListedAsChanged() {
        // given
        grid.add(5, HR, 80);
        grid.settle();

        // when
        grid.add(3, HR, 100);

        // then
        assertThat(grid.changedHours()).containsExactly(3);
        assertThat(grid.value(3, HR)).hasValue(100);
    }

    @Test
    void aReadingThatIsTooOldIsRefused() {
        // when
        grid.add(100, HR, 80);

        // then
        assertThat(grid.add(28, HR, 80)).isFalse();
        assertThat(grid.add(29, HR, 80)).isTrue();
    }

    @Test
    void aReadingOfLongBeforeTheStayHasNoHour() {
        // given
        Instant admitted = Instant.parse("2026-01-01T10:30:00Z");
        Instant dayBefore = admitted.minusSeconds(86_400);

        // when, then
        assertThat(grid.add(HourlyGrid.hourOf(admitted, dayBefore), HR, 80)).isTrue();
        assertThat(grid.add(HourlyGrid.hourOf(admitted, dayBefore.minusMillis(1)), HR, 80))
                .isFalse();
        assertThat(grid.add(HourlyGrid.hourOf(admitted, Instant.EPOCH), HR, 80)).isFalse();
    }

    @Test
    void hoursCountFromAdmission() {
        // given
        Instant admitted = Instant.parse("2026-01-01T10:30:00Z");

        // when, then
        assertThat(HourlyGrid.hourOf(admitted, admitted.minusSeconds(60))).isZero();
        assertThat(HourlyGrid.hourOf(admitted, admitted.plusSeconds(3599))).isZero();
        assertThat(HourlyGrid.hourOf(admitted, admitted.plusSeconds(3600))).isEqualTo(1);
    }

    @Test
    void aGapIsFilledWithTheLastValueAndItsAge() {
        // given
        grid.add(0, HR, 70);

        // when
        FilledWindow window = WindowImputer.fill(grid, 2);

        // then
        assertThat(window.values()[LAST_ROW + HR]).isEqualTo(70);
        assertThat(window.cells()[LAST_ROW + HR]).isEqualTo(CellOrigin.CARRIED);
        assertThat(window.ages()[LAST_ROW + HR]).isEqualTo(2);
        assertThat(window.cells()[LAST_ROW - 2 * HourlyGrid.SERIES + HR]).isEqualTo(CellOrigin.MEASURED);
    }

    @Test
    void whatWasNeverMeasuredIsNormalAndMarked() {
        // when
        FilledWindow window = WindowImputer.fill(grid, 0);

        // then
        assertThat(window.values()[LAST_ROW + HR]).isEqualTo(80);
        assertThat(window.cells()[LAST_ROW + HR]).isEqualTo(CellOrigin.NORMAL);
        assertThat(window.ages()[LAST_ROW + HR]).isEqualTo(FilledWindow.NEVER);
        assertThat(window.imputedShare()).isEqualTo(1);
    }

    @Test
    void onlyHoursSinceAdmissionCountInTheImputedShare() {
        // when
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            grid.add(0, series, 1);
        }

        // then
        assertThat(WindowImputer.fill(grid, 0).imputedShare()).isZero();
        assertThat(WindowImputer.fill(grid, 1).imputedShare()).isEqualTo(0.5);
    }
}

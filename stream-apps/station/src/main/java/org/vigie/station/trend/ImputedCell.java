package org.vigie.station.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.window.HourlyGrid;

/**
 * Holds the value that the model receives for an hour without a measurement.
 *
 * @param t epoch ms of the middle of the hour
 * @param value in the variable's unit
 * @param kind {@code CARRIED} or {@code NORMAL}
 */
public record ImputedCell(long t, float value, String kind) {
    private static final Duration MIDDLE = Duration.ofMinutes(30);

    /** Those of one variable, oldest first. */
    static List<ImputedCell> in(Window window, Variable variable, Instant from) {
        return variable.series().isEmpty()
                ? List.of()
                : IntStream.range(0, HourlyGrid.HOURS)
                        .filter(row ->
                                hour(window, row) >= 0 && !middle(window, row).isBefore(from))
                        .filter(row -> kind(window, row, variable) != CellOriginRecord.MEASURED)
                        .mapToObj(row -> cell(window, row, variable))
                        .toList();
    }

    private static ImputedCell cell(Window window, int row, Variable variable) {
        return new ImputedCell(
                middle(window, row).toEpochMilli(),
                window.getValues().get(at(row, variable)),
                kind(window, row, variable).name());
    }

    private static CellOriginRecord kind(Window window, int row, Variable variable) {
        return window.getKinds().get(at(row, variable));
    }

    private static int at(int row, Variable variable) {
        return row * HourlyGrid.SERIES + variable.series().orElseThrow();
    }

    private static int hour(Window window, int row) {
        return window.getLastHour() - (HourlyGrid.HOURS - 1) + row;
    }

    private static Instant middle(Window window, int row) {
        return window.getAdmittedAt().plus(Duration.ofHours(hour(window, row))).plus(MIDDLE);
    }
}

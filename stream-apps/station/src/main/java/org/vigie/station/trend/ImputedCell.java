package org.vigie.station.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.WindowEstimatesRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.window.HourlyGrid;

/**
 * Holds the value that is shown for an hour without a measurement: an imputer's estimate with its interval, else the value that the model
 * receives.
 *
 * @param t epoch ms of the middle of the hour
 * @param value in the variable's unit
 * @param kind {@code ESTIMATED}, {@code CARRIED} or {@code NORMAL}
 * @param low 5 % quantile of an estimate; absent of another kind
 * @param high 95 % quantile of an estimate; absent of another kind
 */
public record ImputedCell(long t, float value, String kind, Float low, Float high) {
    private static final String ESTIMATED = "ESTIMATED";
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
        long t = middle(window, row).toEpochMilli();
        int cell = at(row, variable);
        WindowEstimatesRecord estimates = window.getEstimates();
        int place = estimates == null ? -1 : Collections.binarySearch(estimates.getCells(), cell);
        return place < 0
                ? new ImputedCell(
                        t,
                        window.getValues().get(cell),
                        window.getKinds().get(cell).name(),
                        null,
                        null)
                : new ImputedCell(
                        t,
                        estimates.getValues().get(place),
                        ESTIMATED,
                        estimates.getLows().get(place),
                        estimates.getHighs().get(place));
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

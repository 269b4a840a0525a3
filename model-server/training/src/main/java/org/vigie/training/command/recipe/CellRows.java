package org.vigie.training.command.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.cohort.StayFileLines;
import org.vigie.training.feature.HourlyStay;

/**
 * Traces one input of a model back to the rows of its stay.
 *
 * @param hour of the stay, from 0
 * @param recipe name of the recipe of the model
 * @param value that the model receives for the hour, in the unit of the recipe
 * @param origin {@code MEASURED}, {@code CARRIED} or {@code NORMAL}
 * @param rows of the variable in this hour, as they stand in the file
 */
record CellRows(int stay, String variable, int hour, String recipe, float value, String origin, List<CellRow> rows) {
    /**
     * Holds one row.
     *
     * @param line number in the file, from 1
     * @param used whether the cleaning kept its value
     */
    record CellRow(int line, String text, boolean used) {}

    static CellRows of(Path bundle, StayFileLines file, Variable variable, int hour) throws IOException {
        WindowImputer windows = RecipeFile.imputerOf(bundle);
        RecordedStay stay = file.recording();
        FilledWindow window = windows.filled(HourlyStay.of(stay).grid(), hour);
        int cell =
                (HourlyGrid.HOURS - 1) * HourlyGrid.SERIES + variable.series().orElseThrow();
        return new CellRows(
                stay.id(),
                variable.name(),
                hour,
                windows.recipe().name(),
                window.values()[cell],
                window.cells()[cell].name(),
                rows(file.lines(), stay, variable, hour));
    }

    private static List<CellRow> rows(List<String> lines, RecordedStay stay, Variable variable, int hour) {
        String middle = "," + variable.challenge2012().orElse("") + ",";
        return IntStream.range(0, lines.size())
                .filter(place -> lines.get(place).contains(middle) && minute(lines.get(place)) / 60 == hour)
                .mapToObj(place ->
                        new CellRow(place + 1, lines.get(place), isUsed(stay, variable, minute(lines.get(place)))))
                .toList();
    }

    /** Returns the minute of a row; a minute of no hour when it has none. */
    private static long minute(String line) {
        String time = line.substring(0, line.indexOf(','));
        if (!time.matches("\\d+:\\d\\d")) {
            return -60;
        }
        String[] clock = time.split(":", -1);
        return 60 * Long.parseLong(clock[0]) + Long.parseLong(clock[1]);
    }

    private static boolean isUsed(RecordedStay stay, Variable variable, long minute) {
        Duration since = Duration.ofMinutes(minute);
        return stay.measurements().stream()
                .anyMatch(
                        each -> each.variable().equals(variable) && each.since().equals(since));
    }

    String text() {
        String head = "stay %d, %s, hour %d: the model receives %s (%s), recipe %s"
                .formatted(stay, variable, hour, value, origin, recipe);
        return rows.isEmpty()
                ? head + "%n  no row in this hour".formatted()
                : rows.stream()
                        .map(row ->
                                "%n  line %d: %s%s".formatted(row.line(), row.text(), row.used() ? "" : "  not used"))
                        .reduce(head, String::concat);
    }
}

package org.vigie.replay.export;

import static org.vigie.replay.export.ExportColumnType.NUMBER;
import static org.vigie.replay.export.ExportColumnType.TEXT;
import static org.vigie.replay.export.ExportColumnType.TIME;
import static org.vigie.replay.export.ExportColumnType.WHOLE_NUMBER;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.Window;
import org.vigie.schemas.topic.TopicCatalogue;

/** Describes the table of windows: one row for each hour and series since admission. */
record WindowTable(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
    /** Holds one cell of a window, by its place among all cells. */
    private record WindowCell(Window window, int cell) {
        int series() {
            return cell % window.getSeries().size();
        }

        /** Returns the hour of the stay, from 0 at admission. */
        int hour() {
            int rows = window.getValues().size() / window.getSeries().size();
            return window.getLastHour() - (rows - 1) + cell / window.getSeries().size();
        }
    }

    ExportTable<?> table() {
        return new ExportTable<>(
                "windows",
                "One row for each hour since admission and each series of each window",
                columns(),
                "stay, revision, hour, series",
                List.of(new ExportedSource<>(topics.windowsHourly(), WindowTable::cells)));
    }

    private static Stream<WindowCell> cells(Window window) {
        return IntStream.range(0, window.getValues().size())
                .mapToObj(cell -> new WindowCell(window, cell))
                .filter(cell -> cell.hour() >= 0);
    }

    private List<ExportColumn<WindowCell>> columns() {
        return List.of(
                new ExportColumn<>(
                        "stay",
                        TEXT,
                        "Pseudonym of the stay",
                        row -> pseudonyms.stay(row.window().getStay())),
                new ExportColumn<>(
                        "window_end",
                        TIME,
                        "Newest reading, UTC",
                        row -> row.window().getEnd()),
                new ExportColumn<>(
                        "revision",
                        WHOLE_NUMBER,
                        "Number of the window of the stay",
                        row -> row.window().getRevision()),
                new ExportColumn<>(
                        "digest",
                        TEXT,
                        "Digest of the model's input",
                        row -> row.window().getDigest()),
                new ExportColumn<>("hour", WHOLE_NUMBER, "Hour of the stay, 0 at admission", WindowCell::hour),
                new ExportColumn<>(
                        "series",
                        TEXT,
                        "Variable in variables.csv",
                        row -> row.window().getSeries().get(row.series())),
                new ExportColumn<>(
                        "value",
                        NUMBER,
                        "Mean of the hour, or imputed value, in the variable's unit",
                        row -> row.window().getValues().get(row.cell())),
                new ExportColumn<>(
                        "origin",
                        TEXT,
                        "MEASURED, or how the cell was imputed",
                        row -> row.window().getKinds().get(row.cell())),
                new ExportColumn<>(
                        "age_hours",
                        NUMBER,
                        "Hours since the value was measured",
                        row -> row.window().getAges().get(row.cell())));
    }
}

package org.vigie.signal.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds a clinical table from a shipped file: comma-separated, without quotes, below comment lines with its version and its source.
 *
 * @param version version of the table: {@code # version: news2-2017}
 * @param source citation of the table: {@code # source: ...}
 */
public record ClinicalTable(String name, String version, String source, List<ClinicalTableRow> rows) {
    public ClinicalTable {
        rows = List.copyOf(rows);
    }

    /** Holds one row of a table. {@code place} is its file and line number, for messages. */
    public record ClinicalTableRow(String place, Map<String, String> cells) {
        public ClinicalTableRow {
            cells = Map.copyOf(cells);
        }

        /** @throws IllegalArgumentException when the file has no such column */
        public String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(place + ": column '" + column + "' is missing");
            }
            return cell;
        }

        /** @throws IllegalArgumentException when the cell is neither a number nor empty */
        public double number(String column, double whenEmpty) {
            try {
                return text(column).isEmpty() ? whenEmpty : Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        place + "." + column + ": must be a number, was '" + text(column) + "'", e);
            }
        }
    }

    /** Reads the resource {@code name} in the package of {@code neighbour}. */
    public static ClinicalTable beside(Class<?> neighbour, String name) {
        try (InputStream file = Objects.requireNonNull(neighbour.getResourceAsStream(name), name);
                BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parse(name, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when a row has another number of cells than the heading */
    public static ClinicalTable parse(String name, List<String> lines) {
        List<ClinicalTableRow> rows = new ArrayList<>();
        List<String> heading = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            if (heading.isEmpty()) {
                heading = cells;
            } else {
                rows.add(row(name + ":" + (i + 1), heading, cells));
            }
        }
        return new ClinicalTable(name, comment(name, lines, "version"), comment(name, lines, "source"), rows);
    }

    private static ClinicalTableRow row(String place, List<String> heading, List<String> cells) {
        if (cells.size() != heading.size()) {
            throw new IllegalArgumentException(place + ": must have " + heading.size() + " cells, had " + cells.size());
        }
        Map<String, String> named = new HashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            named.put(heading.get(column), cells.get(column).strip());
        }
        return new ClinicalTableRow(place, named);
    }

    private static String comment(String name, List<String> lines, String key) {
        String start = "# " + key + ":";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(name + "." + key + ": must be given in a comment line"));
    }
}

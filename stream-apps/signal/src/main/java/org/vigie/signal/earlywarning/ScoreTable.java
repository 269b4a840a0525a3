package org.vigie.signal.earlywarning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.signal.table.ClinicalTable;

/** Holds a table of points by parameter, with its version and citation. Loading fails when a parameter has a gap or an overlap. */
public final class ScoreTable {
    private final ClinicalTable file;
    private final Map<String, ScoreBands> bands;

    private ScoreTable(ClinicalTable file) {
        this.file = file;
        Map<String, Double> steps = new HashMap<>();
        file.rows().forEach(row -> steps.merge(row.text("parameter"), row.number("step", 1), ScoreTable::same));
        Map<String, List<ScoreBands.ScoreBand>> grouped = file.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("parameter"),
                        LinkedHashMap::new,
                        Collectors.mapping(ScoreTable::band, Collectors.toList())));
        bands = new LinkedHashMap<>();
        grouped.forEach((parameter, rows) ->
                bands.put(parameter, new ScoreBands(parameter, steps.getOrDefault(parameter, 1.0), rows)));
    }

    /** Reads the table from the resource {@code name} in the package of this class. */
    public static ScoreTable load(String name) {
        return new ScoreTable(ClinicalTable.beside(ScoreTable.class, name));
    }

    static ScoreTable of(ClinicalTable file) {
        return new ScoreTable(file);
    }

    public String version() {
        return file.version();
    }

    public String source() {
        return file.source();
    }

    /** @throws IllegalArgumentException when the table has no such parameter */
    public ScoreBands bands(String parameter) {
        ScoreBands found = bands.get(parameter);
        if (found == null) {
            throw new IllegalArgumentException(file.name() + ": no parameter '" + parameter + "'");
        }
        return found;
    }

    public Collection<ScoreBands> all() {
        return List.copyOf(bands.values());
    }

    private static ScoreBands.ScoreBand band(ClinicalTable.ClinicalTableRow row) {
        return new ScoreBands.ScoreBand(
                row.number("low", Double.NEGATIVE_INFINITY),
                row.number("high", Double.POSITIVE_INFINITY),
                Integer.parseInt(row.text("points")));
    }

    private static double same(double held, double other) {
        if (held != other) {
            throw new IllegalArgumentException("step: must be the same for all bands of a parameter, was " + other);
        }
        return held;
    }

    /**
     * Returns the parameters of each input. Several parameters of one input count once. In a table without the column each parameter is its
     * own input.
     */
    Map<String, List<ScoreBands>> inputs() {
        Map<String, List<ScoreBands>> inputs = new LinkedHashMap<>();
        bands.forEach((parameter, theirs) -> inputs.computeIfAbsent(input(parameter), any -> new ArrayList<>())
                .add(theirs));
        return inputs;
    }

    private String input(String parameter) {
        return file.rows().stream()
                .filter(row -> row.text("parameter").equals(parameter))
                .map(row -> row.cells().getOrDefault("input", parameter))
                .findFirst()
                .orElseThrow();
    }
}

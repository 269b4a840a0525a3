package org.vigie.signal.earlywarning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A points table by parameter, with its version and citation. Refused at loading when it has a gap or an overlap. */
public final class ScoreTable {
    private final TableFile file;
    private final Map<String, Bands> bands;

    private ScoreTable(TableFile file) {
        this.file = file;
        Map<String, List<Bands.Band>> grouped = file.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("parameter"),
                        LinkedHashMap::new,
                        Collectors.mapping(ScoreTable::band, Collectors.toList())));
        bands = new LinkedHashMap<>();
        grouped.forEach((parameter, rows) -> bands.put(parameter, new Bands(parameter, resolution(parameter), rows)));
    }

    /** The table in the resource {@code name} beside this class. */
    public static ScoreTable load(String name) {
        return new ScoreTable(TableFile.beside(ScoreTable.class, name));
    }

    static ScoreTable of(TableFile file) {
        return new ScoreTable(file);
    }

    public String version() {
        return file.version();
    }

    public String source() {
        return file.source();
    }

    /** @throws IllegalArgumentException when the table has no such parameter */
    public Bands bands(String parameter) {
        Bands found = bands.get(parameter);
        if (found == null) {
            throw new IllegalArgumentException(file.name() + ": no parameter '" + parameter + "'");
        }
        return found;
    }

    public Collection<Bands> all() {
        return List.copyOf(bands.values());
    }

    private static Bands.Band band(TableFile.Row row) {
        return new Bands.Band(
                row.number("low", Double.NEGATIVE_INFINITY),
                row.number("high", Double.POSITIVE_INFINITY),
                Integer.parseInt(row.text("points")));
    }

    /** Temperature is charted to 0.1, everything else in whole numbers. */
    private static double resolution(String parameter) {
        return parameter.equals("temp") ? 0.1 : 1;
    }
}

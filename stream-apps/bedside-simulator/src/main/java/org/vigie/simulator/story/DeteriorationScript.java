package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.recordings.csv.CsvTables;

/**
 * Describes a named deterioration, read from {@code scripts.csv}.
 *
 * <p>Most scripts move one variable beyond its alarm limits for a minute and keep every other variable inside. The scripts {@code shock}
 * and {@code sepsis} move several variables. In an arrhythmia script the oximeter's pulse shows no number, because the pulse is weak. This
 * also prevents a second truth for the same event.
 */
record DeteriorationScript(String name, List<VariableExcursion> moves) {
    private static final Map<String, DeteriorationScript> STANDARD = CsvTables.rows(
                    DeteriorationScript.class, "scripts.csv")
            .collect(Collectors.groupingBy(
                    row -> row.getField("script"),
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), DeteriorationScript::of)));

    private static DeteriorationScript of(List<NamedCsvRecord> rows) {
        return new DeteriorationScript(
                rows.get(0).getField("script"),
                rows.stream().map(VariableExcursion::of).toList());
    }

    /** @throws IllegalArgumentException when no script has this name */
    static DeteriorationScript get(String name) {
        DeteriorationScript script = STANDARD.get(name);
        if (script == null) {
            throw new IllegalArgumentException("scripts: must be one of " + STANDARD.keySet() + ", was '" + name + "'");
        }
        return script;
    }

    static List<String> names() {
        return List.copyOf(STANDARD.keySet());
    }

    Duration length() {
        return moves.stream()
                .map(VariableExcursion::end)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    boolean needsArterialLine() {
        return moves.stream().anyMatch(excursion -> excursion.variable().startsWith("abp_"));
    }
}

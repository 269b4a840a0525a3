package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.gateway.files.Csv;

/**
 * A named deterioration, from {@code scripts.csv}. Most move one variable beyond its alarm limits for a minute and leave every other
 * inside; {@code shock} and {@code sepsis} move several. A script that shows no number for the oximeter's pulse stands for the weak
 * pulse of its arrhythmia, which else would tell the same story twice.
 */
record Script(String name, List<Move> moves) {
    private static final Map<String, Script> STANDARD = Csv.rows(Script.class, "scripts.csv")
            .collect(Collectors.groupingBy(
                    row -> row.getField("script"),
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), Script::of)));

    private static Script of(List<NamedCsvRecord> rows) {
        return new Script(
                rows.get(0).getField("script"), rows.stream().map(Move::of).toList());
    }

    /** @throws IllegalArgumentException when there is no such script */
    static Script get(String name) {
        Script script = STANDARD.get(name);
        if (script == null) {
            throw new IllegalArgumentException("scripts: must be one of " + STANDARD.keySet() + ", was '" + name + "'");
        }
        return script;
    }

    static List<String> names() {
        return List.copyOf(STANDARD.keySet());
    }

    Duration length() {
        return moves.stream().map(Move::end).max(Duration::compareTo).orElseThrow();
    }

    boolean needsArterialLine() {
        return moves.stream().anyMatch(move -> move.variable().startsWith("abp_"));
    }
}

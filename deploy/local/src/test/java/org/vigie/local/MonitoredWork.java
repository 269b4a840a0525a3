package org.vigie.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Holds the table of {@code docs/monitoring.md} that says what each process shows of its work.
 *
 * @param cells seven texts by process
 */
record MonitoredWork(List<String> columns, Map<String, List<String>> cells) {
    private static final Pattern METRIC = Pattern.compile("`(\\w+)`");
    private static final String HEADING = "### What each process shows of its work";

    static MonitoredWork ofTheDocumentation() throws IOException {
        String page = Files.readString(RepositoryPaths.root().resolve("docs/monitoring.md"));
        List<List<String>> rows = page.substring(page.indexOf(HEADING))
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .map(MonitoredWork::cellsOf)
                .toList();
        Map<String, List<String>> cells = new LinkedHashMap<>();
        rows.stream().skip(2).forEach(row -> cells.put(row.get(0), row.subList(1, row.size())));
        return new MonitoredWork(rows.get(0).subList(1, rows.get(0).size()), cells);
    }

    /** Returns the metrics of one process. */
    Set<String> metrics(String process) {
        return metricsIn(String.join(" ", cells.get(process)));
    }

    static Set<String> metricsIn(String cell) {
        Set<String> names = new TreeSet<>();
        METRIC.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        return names;
    }

    private static List<String> cellsOf(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}

package org.vigie.bench.ward;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares runs of the ward benchmark: rule sets beside each other, and the spread over the seeds of each. */
record WardRunReport(List<WardRun> runs) {
    WardRunReport {
        runs = List.copyOf(runs);
    }

    /** Returns the figures as they are written to JSON: those of the only run, or of each rule set and seed with the spread. */
    Map<String, Object> figures() {
        if (runs.size() == 1) {
            return runs.get(0).figures();
        }
        Map<String, Object> ruleSets = new LinkedHashMap<>();
        byRuleSet().forEach((ruleSet, seeds) -> {
            Map<String, Object> figures = new LinkedHashMap<>();
            seeds.forEach(run -> figures.put("seed " + run.seed(), run.figures()));
            figures.put("spread", spreads(seeds));
            ruleSets.put(ruleSet, figures);
        });
        return ruleSets;
    }

    private Map<String, List<WardRun>> byRuleSet() {
        return runs.stream().collect(Collectors.groupingBy(WardRun::ruleSet, LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, Object> spreads(List<WardRun> seeds) {
        Map<String, Object> spreads = new LinkedHashMap<>();
        for (String key : seeds.get(0).figures().keySet()) {
            List<Double> numbers = numbers(seeds, key);
            if (!numbers.isEmpty()) {
                spreads.put(
                        key, List.of(numbers.get(0), AlarmEvaluator.median(numbers), numbers.get(numbers.size() - 1)));
            }
        }
        return spreads;
    }

    /** Returns the numbers that the runs have under a key, sorted; empty for a figure that is no number. */
    private static List<Double> numbers(List<WardRun> seeds, String key) {
        return seeds.stream()
                .map(run -> run.figures().get(key))
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).doubleValue())
                .sorted()
                .toList();
    }

    /** Returns a column for each run; several seeds of one rule set get a column with lowest, median and highest. */
    String text() {
        var table = new WardBenchTable();
        byRuleSet().forEach((ruleSet, seeds) -> {
            seeds.forEach(run -> table.add(run.title(), run.figures()));
            if (seeds.size() > 1) {
                table.add(ruleSet + " low, median, high", spreads(seeds));
            }
        });
        return table.toString();
    }

    /** Returns the runs of every rule set in the order in which they were played. */
    static WardRunReport of(List<List<WardRun>> parts) {
        List<WardRun> runs = new ArrayList<>();
        parts.forEach(runs::addAll);
        return new WardRunReport(runs);
    }
}

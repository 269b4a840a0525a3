package org.vigie.bench.artefacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Holds the answer of {@code ./vigie bench artefacts}.
 *
 * @param recordings number of recordings by data set
 * @param driftBound highest F1 that a live detector of drift can expect ({@link PressureDriftBound})
 */
record ArtefactsAnswer(
        Map<String, Long> recordings,
        Map<PlantedKind, KindScores> scores,
        Map<ComparedDetector, ExtremeRetention> retention,
        double driftBound) {

    /** Returns the figures for programs. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("recordings", new TreeMap<>(recordings));
        figures.put("f1", byKind());
        figures.put("drift_live_bound", driftBound);
        figures.put("true_extremes_kept", kept(ComparedDetector.LIVE));
        Map<String, ExtremeRetention> extremes = new LinkedHashMap<>();
        retention.forEach((detector, counts) -> extremes.put(detector.key(), counts));
        figures.put("true_extremes", extremes);
        figures.put("detail", detail());
        return figures;
    }

    private Map<String, Map<String, Double>> byKind() {
        Map<String, Map<String, Double>> kinds = new LinkedHashMap<>();
        scores.forEach((kind, score) -> kinds.put(kind.key(), byDetector(score)));
        return kinds;
    }

    private static Map<String, Double> byDetector(KindScores score) {
        Map<String, Double> detectors = new LinkedHashMap<>();
        for (ComparedDetector detector : ComparedDetector.values()) {
            detectors.put(detector.key(), score.total(detector).f1());
        }
        return detectors;
    }

    private List<VariableScore> detail() {
        List<VariableScore> detail = new ArrayList<>();
        for (ComparedDetector detector : ComparedDetector.values()) {
            scores.forEach((kind, score) -> score.byVariable(detector)
                    .forEach((variable, counts) ->
                            detail.add(new VariableScore(kind.key(), variable, detector.key(), counts))));
        }
        return detail;
    }

    private double kept(ComparedDetector detector) {
        return retention.getOrDefault(detector, ExtremeRetention.NONE).share();
    }

    /** Returns the tables for readers. */
    String text() {
        StringBuilder text = new StringBuilder("recordings: %s%n%n".formatted(new TreeMap<>(recordings)));
        text.append(line("F1", ComparedDetector::key));
        scores.forEach((kind, score) -> text.append(line(
                kind.key(), detector -> "%.3f".formatted(score.total(detector).f1()))));
        text.append(line("extremes kept", detector -> "%.4f".formatted(kept(detector))));
        text.append("%nhighest F1 of drift that a live detector can expect: %.3f%n".formatted(driftBound));
        return text.append(live()).toString();
    }

    private static String line(String name, Function<ComparedDetector, String> cell) {
        StringBuilder line = new StringBuilder("%-17s".formatted(name));
        for (ComparedDetector detector : ComparedDetector.values()) {
            line.append("%19s".formatted(cell.apply(detector)));
        }
        return line.append("%n".formatted()).toString();
    }

    private String live() {
        StringBuilder text = new StringBuilder("%n%-17s %-12s %-14s %9s %9s %9s"
                .formatted("kind", "variable", "detector", "precision", "recall", "F1"));
        detail().stream().filter(VariableScore::isOfVigie).forEach(score -> text.append("%n%s".formatted(score)));
        return text.toString();
    }
}

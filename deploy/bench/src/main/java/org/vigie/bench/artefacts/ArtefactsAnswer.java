package org.vigie.bench.artefacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the answer of {@code ./vigie bench artefacts}.
 *
 * @param recordings number of recordings by data set
 */
record ArtefactsAnswer(
        Map<String, Long> recordings,
        Map<PlantedKind, KindScores> scores,
        Map<ComparedDetector, ExtremeRetention> retention) {

    /** Returns the figures for programs. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("recordings", new TreeMap<>(recordings));
        figures.put("f1", byKind());
        figures.put("true_extremes_kept", kept(ComparedDetector.LIVE));
        Map<String, ExtremeRetention> extremes = new LinkedHashMap<>();
        retention.forEach((detector, counts) -> extremes.put(detector.key(), counts));
        figures.put("true_extremes", extremes);
        figures.put("detail", detail());
        return figures;
    }

    private Map<String, Map<String, Double>> byKind() {
        Map<String, Map<String, Double>> kinds = new LinkedHashMap<>();
        scores.forEach((kind, score) -> {
            Map<String, Double> detectors = new LinkedHashMap<>();
            for (ComparedDetector detector : ComparedDetector.values()) {
                detectors.put(detector.key(), score.total(detector).f1());
            }
            kinds.put(kind.key(), detectors);
        });
        return kinds;
    }

    private List<VariableScore> detail() {
        List<VariableScore> detail = new ArrayList<>();
        scores.forEach((kind, score) -> {
            for (ComparedDetector detector : ComparedDetector.values()) {
                score.byVariable(detector)
                        .forEach((variable, counts) ->
                                detail.add(new VariableScore(kind.key(), variable, detector.key(), counts)));
            }
        });
        return detail;
    }

    private double kept(ComparedDetector detector) {
        return retention.getOrDefault(detector, ExtremeRetention.NONE).share();
    }

    /** Returns the tables for readers. */
    String text() {
        StringBuilder text = new StringBuilder("recordings: %s%n%n".formatted(new TreeMap<>(recordings)));
        text.append("%-17s".formatted("F1"));
        for (ComparedDetector detector : ComparedDetector.values()) {
            text.append("%19s".formatted(detector.key()));
        }
        scores.forEach((kind, score) -> text.append(line(kind, score)));
        text.append("%n%-17s".formatted("extremes kept"));
        for (ComparedDetector detector : ComparedDetector.values()) {
            text.append("%19.4f".formatted(kept(detector)));
        }
        return text.append(live()).toString();
    }

    private static String line(PlantedKind kind, KindScores score) {
        StringBuilder line = new StringBuilder("%n%-17s".formatted(kind.key()));
        for (ComparedDetector detector : ComparedDetector.values()) {
            line.append("%19.3f".formatted(score.total(detector).f1()));
        }
        return line.toString();
    }

    private String live() {
        StringBuilder text = new StringBuilder("%n%n%-17s %-12s %-14s %9s %9s %9s"
                .formatted("kind", "variable", "detector", "precision", "recall", "F1"));
        detail().stream().filter(VariableScore::isOfVigie).forEach(score -> text.append("%n%s".formatted(score)));
        return text.toString();
    }
}

package org.vigie.training.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.training.evaluate.SurvivalEvaluation;

/** Writes an evaluation for the console. */
public record ReportLines(SurvivalEvaluation evaluation) {
    /** Returns a line for each number of hours seen. */
    public List<String> lines() {
        return evaluation.hours().stream()
                .map(at -> "%2d h seen: %s".formatted(at.hours(), scores(at.scores())))
                .toList();
    }

    private static String scores(Map<EvaluationMetric, IntervalEstimate> scores) {
        return scores.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + ReportNumber.estimate(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}

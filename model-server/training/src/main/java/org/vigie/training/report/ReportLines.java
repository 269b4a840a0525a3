package org.vigie.training.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.training.evaluate.SurvivalEvaluation;

/** A judgement for the console: a line for each number of hours seen. */
public final class ReportLines {
    private ReportLines() {}

    public static List<String> of(SurvivalEvaluation evaluation) {
        return evaluation.hours().stream()
                .map(at -> "%2d h seen: %s".formatted(at.hours(), scores(at.scores())))
                .toList();
    }

    private static String scores(Map<EvaluationMetric, IntervalEstimate> scores) {
        return scores.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + ReportHtml.estimate(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}

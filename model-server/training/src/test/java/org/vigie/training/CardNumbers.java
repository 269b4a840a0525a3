package org.vigie.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.training.evaluate.SurvivalEvaluation;

/** Holds the scores of a set by hours seen, as a card states them and as an evaluation computes them. */
public final class CardNumbers {
    private CardNumbers() {}

    public static Map<Integer, Map<EvaluationMetric, Double>> of(ModelCard card, String set) {
        Map<Integer, Map<EvaluationMetric, Double>> scores = new TreeMap<>();
        card.results().stream()
                .filter(result -> result.set().equals(set))
                .forEach(result -> scores.put(result.hoursSeen(), scores(result)));
        return scores;
    }

    public static Map<Integer, Map<EvaluationMetric, Double>> of(SurvivalEvaluation judgement) {
        Map<Integer, Map<EvaluationMetric, Double>> scores = new TreeMap<>();
        judgement.hours().forEach(hoursEvaluation -> {
            Map<EvaluationMetric, Double> found = new EnumMap<>(EvaluationMetric.class);
            hoursEvaluation.scores().forEach((metric, estimate) -> found.put(metric, estimate.value()));
            scores.put(hoursEvaluation.hours(), found);
        });
        return scores;
    }

    private static Map<EvaluationMetric, Double> scores(EvaluationResult result) {
        return new EnumMap<>(Map.of(
                EvaluationMetric.AUROC, result.auroc(),
                EvaluationMetric.AUPRC, result.auprc(),
                EvaluationMetric.EVENT1, result.event1(),
                EvaluationMetric.EVENT2, result.event2(),
                EvaluationMetric.BRIER, result.brier(),
                EvaluationMetric.ECE, result.ece()));
    }
}

package org.vigie.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Score;

/** The scores of a set by hours seen, as a card names them and as an evaluation finds them. */
final class CardNumbers {
    private CardNumbers() {}

    static Map<Integer, Map<Score, Double>> of(ModelCard card, String set) {
        Map<Integer, Map<Score, Double>> scores = new TreeMap<>();
        card.results().stream()
                .filter(result -> result.set().equals(set))
                .forEach(result -> scores.put(result.hoursSeen(), scores(result)));
        return scores;
    }

    static Map<Integer, Map<Score, Double>> of(Judgement judgement) {
        Map<Integer, Map<Score, Double>> scores = new TreeMap<>();
        judgement.hours().forEach(atHours -> {
            Map<Score, Double> found = new EnumMap<>(Score.class);
            atHours.scores().forEach((score, estimate) -> found.put(score, estimate.value()));
            scores.put(atHours.hours(), found);
        });
        return scores;
    }

    private static Map<Score, Double> scores(Result result) {
        return new EnumMap<>(Map.of(
                Score.AUROC, result.auroc(),
                Score.AUPRC, result.auprc(),
                Score.EVENT1, result.event1(),
                Score.EVENT2, result.event2(),
                Score.BRIER, result.brier(),
                Score.ECE, result.ece()));
    }
}

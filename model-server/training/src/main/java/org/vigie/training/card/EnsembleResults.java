package org.vigie.training.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import org.vigie.evaluation.BinaryConfusionMatrix;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibratedEnsemble.EnsemblePart;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.training.calibrate.EnsembleCalibrator;
import org.vigie.training.calibrate.EnsemblePredictions;

/**
 * The results of an ensemble and of each kind of its parts on one set. A kind alone is the mean of its parts, calibrated out of fold as the
 * ensemble is.
 *
 * @param outOfFold of the stays on which the parts are calibrated
 */
public record EnsembleResults(CalibratedEnsemble ensemble, EnsemblePredictions outOfFold) {
    /**
     * Computes the results of the ensemble for every number of hours, then those of each kind of part for whole stays.
     *
     * @param probabilities of the ensemble, by hours seen
     */
    public List<EvaluationResult> on(
            String set, NavigableMap<Integer, float[]> probabilities, EnsemblePredictions predictions) {
        List<EvaluationResult> results =
                new ArrayList<>(results(set, ensemble.threshold(), probabilities, predictions.died()));
        kinds().forEach((kind, places) -> {
            CalibratedEnsemble alone =
                    new EnsembleCalibrator(equal(places), ensemble.floor()).fit(outOfFold.ofWholeStays(places));
            results.addAll(results(
                    set + "; " + kind + " alone",
                    alone.threshold(),
                    EnsembleCalibrator.probabilities(alone, predictions.ofWholeStays(places)),
                    predictions.died()));
        });
        return results;
    }

    private static List<EvaluationResult> results(
            String set, double threshold, NavigableMap<Integer, float[]> probabilities, boolean... died) {
        List<EvaluationResult> results = new ArrayList<>();
        probabilities.forEach((hours, some) -> {
            BinaryMetrics metrics = BinaryMetrics.of(some, died);
            results.add(new EvaluationResult(
                    set,
                    hours,
                    metrics.stays(),
                    metrics.deaths(),
                    metrics.auroc(),
                    metrics.auprc(),
                    metrics.brier(),
                    metrics.ece(),
                    BinaryConfusionMatrix.at(threshold, some, died).event1(),
                    metrics.event2()));
        });
        return results;
    }

    private List<EnsemblePart> equal(List<Integer> places) {
        return places.stream()
                .map(place -> ensemble.parts().get(place))
                .map(part ->
                        new EnsemblePart(part.name(), part.kind(), part.file(), part.column(), 1.0 / places.size()))
                .toList();
    }

    /** Groups the places of the parts by the first word of their names: {@code lstm-1}, {@code lstm-2}. */
    private Map<String, List<Integer>> kinds() {
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        IntStream.range(0, ensemble.parts().size())
                .forEach(place -> kinds.computeIfAbsent(
                                ensemble.parts().get(place).name().replaceAll("-\\d+$", ""), kind -> new ArrayList<>())
                        .add(place));
        return kinds;
    }
}

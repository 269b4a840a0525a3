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
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.training.calibrate.EnsembleCalibrator;
import org.vigie.training.calibrate.EnsemblePredictions;

/**
 * Holds the results of an ensemble and of each kind of its parts on one set. A kind alone is the mean of its parts, calibrated out of fold
 * as the ensemble is.
 *
 * @param outOfFold of the stays on which the parts are calibrated
 * @param folds of these stays
 */
public record EnsembleResults(CalibratedEnsemble ensemble, EnsemblePredictions outOfFold, int... folds) {
    /** Computes the results on the stays on which the parts are calibrated; each fold is calibrated by the other ones. */
    public List<EvaluationResult> outOfFold(NavigableMap<Integer, float[]> probabilities) {
        return on("out of fold", probabilities, outOfFold);
    }

    /**
     * Computes the results of the ensemble for every number of hours, then those of each kind of part for whole stays.
     *
     * @param probabilities of the ensemble, by hours seen
     */
    public List<EvaluationResult> on(
            String set, NavigableMap<Integer, float[]> probabilities, EnsemblePredictions predictions) {
        List<EvaluationResult> results =
                new ArrayList<>(results(set, ensemble.threshold(), probabilities, predictions.died()));
        kinds().forEach((kind, places) -> results.addAll(ofKind(set + "; " + kind + " alone", places, predictions)));
        return results;
    }

    /** Computes the results of the parts at these places alone, for whole stays. */
    private List<EvaluationResult> ofKind(String set, List<Integer> places, EnsemblePredictions predictions) {
        EnsemblePredictions whole = outOfFold.ofWholeStays(places);
        EnsembleCalibrator calibrator = new EnsembleCalibrator(equal(places), ensemble.floor());
        CalibratedEnsemble alone = calibrator.fit(whole);
        NavigableMap<Integer, float[]> probabilities = predictions.equals(outOfFold)
                ? calibrator.crossFitted(whole, folds)
                : EnsembleCalibrator.probabilities(alone, predictions.ofWholeStays(places));
        return results(set, alone.threshold(), probabilities, predictions.died());
    }

    private static List<EvaluationResult> results(
            String set, double threshold, NavigableMap<Integer, float[]> probabilities, boolean... died) {
        return probabilities.entrySet().stream()
                .map(atHours -> result(
                        set,
                        atHours.getKey(),
                        BinaryMetrics.of(atHours.getValue(), died),
                        BinaryConfusionMatrix.at(threshold, atHours.getValue(), died)
                                .event1()))
                .toList();
    }

    private static EvaluationResult result(String set, int hours, BinaryMetrics metrics, double event1) {
        return new EvaluationResult(
                set,
                hours,
                metrics.stays(),
                metrics.deaths(),
                metrics.auroc(),
                metrics.auprc(),
                metrics.brier(),
                metrics.ece(),
                event1,
                metrics.event2());
    }

    private List<EnsemblePart> equal(List<Integer> places) {
        return places.stream()
                .map(place -> ensemble.parts().get(place).withWeight(1.0 / places.size()))
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

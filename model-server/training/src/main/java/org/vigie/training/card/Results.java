package org.vigie.training.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.Ensemble.Part;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.training.calibrate.Calibrator;
import org.vigie.training.calibrate.Testimony;
import org.vigie.training.evaluate.Confusion;
import org.vigie.training.evaluate.Metrics;

/**
 * How an ensemble, and each kind of its parts alone, did on one set. A kind alone is the plain mean of its parts, calibrated out of fold as
 * the ensemble is.
 *
 * @param outOfFold of the stays that the parts are calibrated on
 */
public record Results(Ensemble ensemble, Testimony outOfFold) {
    /**
     * The ensemble at every number of hours, then each kind of part alone, of whole stays.
     *
     * @param probabilities of the ensemble, by hours seen
     */
    public List<Result> on(String set, NavigableMap<Integer, float[]> probabilities, Testimony testimony) {
        List<Result> results = new ArrayList<>(results(set, ensemble.threshold(), probabilities, testimony.died()));
        kinds().forEach((kind, places) -> {
            Ensemble alone = new Calibrator(equal(places), ensemble.floor()).fit(outOfFold.ofWhole(places));
            results.addAll(results(
                    set + "; " + kind + " alone",
                    alone.threshold(),
                    Calibrator.probabilities(alone, testimony.ofWhole(places)),
                    testimony.died()));
        });
        return results;
    }

    private static List<Result> results(
            String set, double threshold, NavigableMap<Integer, float[]> probabilities, boolean... died) {
        List<Result> results = new ArrayList<>();
        probabilities.forEach((hours, some) -> {
            Metrics metrics = Metrics.of(some, died);
            results.add(new Result(
                    set,
                    hours,
                    metrics.stays(),
                    metrics.deaths(),
                    metrics.auroc(),
                    metrics.auprc(),
                    metrics.brier(),
                    metrics.ece(),
                    Confusion.at(threshold, some, died).event1(),
                    metrics.event2()));
        });
        return results;
    }

    private List<Part> equal(List<Integer> places) {
        return places.stream()
                .map(place -> ensemble.parts().get(place))
                .map(part -> new Part(part.name(), part.kind(), part.file(), part.column(), 1.0 / places.size()))
                .toList();
    }

    /** The places of the parts whose names begin alike: {@code lstm-1}, {@code lstm-2}. */
    private Map<String, List<Integer>> kinds() {
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        IntStream.range(0, ensemble.parts().size())
                .forEach(place -> kinds.computeIfAbsent(
                                ensemble.parts().get(place).name().replaceAll("-\\d+$", ""), kind -> new ArrayList<>())
                        .add(place));
        return kinds;
    }
}

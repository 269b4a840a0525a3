package org.vigie.training.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.Ensemble.Part;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.training.calibrate.Calibrator;
import org.vigie.training.evaluate.Confusion;
import org.vigie.training.evaluate.Metrics;

/**
 * How an ensemble, and each kind of its parts alone, did on one set. A kind alone is the plain mean of its parts, calibrated out of fold as
 * the ensemble is.
 *
 * @param outOfFold what the parts said of the stays they are calibrated on, by hours seen: a row for each part
 * @param died of those stays
 */
public record Results(Ensemble ensemble, NavigableMap<Integer, float[][]> outOfFold, boolean[] died) {
    /** The ensemble at every number of hours, then each kind of part alone, of whole stays. */
    public List<Result> on(String set, NavigableMap<Integer, float[][]> logits, boolean... ends) {
        List<Result> results = new ArrayList<>(results(set, ensemble, logits, ends));
        kinds().forEach((kind, places) -> {
            double weight = 1.0 / places.size();
            List<Part> parts = places.stream()
                    .map(place -> ensemble.parts().get(place))
                    .map(part -> new Part(part.name(), part.kind(), part.file(), part.column(), weight))
                    .toList();
            Ensemble alone = new Calibrator(parts, ensemble.floor(), died).fit(whole(only(places, outOfFold)));
            results.addAll(results(set + "; " + kind + " alone", alone, whole(only(places, logits)), ends));
        });
        return results;
    }

    private static List<Result> results(
            String set, Ensemble ensemble, NavigableMap<Integer, float[][]> logits, boolean... died) {
        List<Result> results = new ArrayList<>();
        logits.forEach((hours, said) -> {
            float[] probabilities = Calibrator.probabilities(ensemble, hours, said);
            Metrics metrics = Metrics.of(probabilities, died);
            results.add(new Result(
                    set,
                    hours,
                    metrics.stays(),
                    metrics.deaths(),
                    metrics.auroc(),
                    metrics.auprc(),
                    metrics.brier(),
                    metrics.ece(),
                    Confusion.at(ensemble.threshold(), probabilities, died).event1(),
                    metrics.event2()));
        });
        return results;
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

    private static NavigableMap<Integer, float[][]> only(
            List<Integer> places, NavigableMap<Integer, float[][]> logits) {
        NavigableMap<Integer, float[][]> some = new TreeMap<>();
        logits.forEach((hours, all) ->
                some.put(hours, places.stream().map(place -> all[place]).toArray(float[][]::new)));
        return some;
    }

    private static NavigableMap<Integer, float[][]> whole(NavigableMap<Integer, float[][]> logits) {
        return new TreeMap<>(logits.tailMap(logits.lastKey(), true));
    }
}

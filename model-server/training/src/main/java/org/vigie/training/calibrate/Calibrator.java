package org.vigie.training.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.Ensemble.Calibration;
import org.vigie.inference.bundle.Ensemble.EvidenceFloor;
import org.vigie.inference.bundle.Ensemble.Judged;
import org.vigie.inference.bundle.Ensemble.Part;
import org.vigie.training.evaluate.Metrics;

/**
 * Fits what stands between the parts' log odds and a probability with its interval, on what the parts said out of fold: for each number of
 * hours seen beta calibration of the weighted mean and the interval's conformal width; the threshold of the whole stay for event 1.
 */
public final class Calibrator {
    /** Deaths that a group lets expect: of fewer, none at all is likely, and no interval above 0 holds none. */
    private static final double EXPECTED = 10;

    private static final double COVERED = 0.9;
    private static final double STEP = 0.01;
    private static final double WIDEST = 3;

    private final List<Part> parts;
    private final EvidenceFloor floor;

    public Calibrator(List<Part> parts, EvidenceFloor floor) {
        this.parts = List.copyOf(parts);
        this.floor = floor;
    }

    public Ensemble fit(Testimony outOfFold) {
        List<Calibration> calibration = new ArrayList<>();
        outOfFold.hours().forEach(hours -> calibration.add(calibration(hours, outOfFold)));
        Ensemble ensemble = new Ensemble(parts, calibration, 0.5, floor);
        double threshold = Metrics.curve(probabilities(ensemble, outOfFold, outOfFold.whole()), outOfFold.died())
                .bestThreshold();
        return new Ensemble(parts, calibration, threshold, floor);
    }

    /** By hours seen, one for each stay. */
    public static NavigableMap<Integer, float[]> probabilities(Ensemble ensemble, Testimony testimony) {
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        testimony.hours().forEach(hours -> probabilities.put(hours, probabilities(ensemble, testimony, hours)));
        return probabilities;
    }

    /** Each stay is calibrated by its hours as the server counts them. */
    private static float[] probabilities(Ensemble ensemble, Testimony testimony, int hours) {
        float[] probabilities = new float[testimony.stays()];
        for (int stay = 0; stay < probabilities.length; stay++) {
            probabilities[stay] =
                    (float) ensemble.judge(testimony.hoursSeen().get(hours)[stay], testimony.of(stay, hours))
                            .probability();
        }
        return probabilities;
    }

    private Calibration calibration(int hours, Testimony testimony) {
        float[] means = new float[testimony.stays()];
        Ensemble plain = new Ensemble(parts, List.of(new Calibration(hours, 1, 0, 0, 0)), 0.5, floor);
        for (int stay = 0; stay < means.length; stay++) {
            means[stay] = (float) plain.mean(testimony.of(stay, hours));
        }
        Beta beta = Beta.fit(means, testimony.died());
        double width = 0;
        while (width < WIDEST && covered(with(hours, beta, width), hours, testimony) < COVERED) {
            width += STEP;
        }
        return new Calibration(hours, beta.slope(), beta.bend(), beta.intercept(), width);
    }

    private Ensemble with(int hours, Beta beta, double width) {
        Calibration calibration = new Calibration(hours, beta.slope(), beta.bend(), beta.intercept(), width);
        return new Ensemble(parts, List.of(calibration), 0.5, floor);
    }

    /** Share of the groups of stays of like risk whose deaths lie within the sum of their intervals. */
    private static double covered(Ensemble ensemble, int hours, Testimony testimony) {
        Judged[] judged = new Judged[testimony.stays()];
        for (int stay = 0; stay < judged.length; stay++) {
            judged[stay] = ensemble.judge(hours, testimony.of(stay, hours));
        }
        Integer[] order = IntStream.range(0, judged.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> judged[i].probability()));
        int groups = 0;
        int covered = 0;
        int from = 0;
        double expected = 0;
        for (int to = 1; to <= order.length; to++) {
            expected += judged[order[to - 1]].probability();
            if (expected >= EXPECTED) {
                covered += holds(Arrays.copyOfRange(order, from, to), judged, testimony.died()) ? 1 : 0;
                groups++;
                from = to;
                expected = 0;
            }
        }
        return groups == 0 ? 1 : (double) covered / groups;
    }

    private static boolean holds(Integer[] group, Judged[] judged, boolean... died) {
        double low = 0;
        double high = 0;
        double deaths = 0;
        for (int stay : group) {
            low += judged[stay].low();
            high += judged[stay].high();
            deaths += died[stay] ? 1 : 0;
        }
        return low <= deaths && deaths <= high;
    }
}

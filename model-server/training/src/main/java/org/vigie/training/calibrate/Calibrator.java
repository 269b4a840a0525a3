package org.vigie.training.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
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
    private final boolean[] died;

    public Calibrator(List<Part> parts, EvidenceFloor floor, boolean[] died) {
        this.parts = List.copyOf(parts);
        this.floor = floor;
        this.died = died;
    }

    /** @param outOfFold by hours seen: a row for each part of one number for each stay */
    public Ensemble fit(NavigableMap<Integer, float[][]> outOfFold) {
        List<Calibration> calibration = new ArrayList<>();
        outOfFold.forEach((hours, logits) -> calibration.add(calibration(hours, logits)));
        Ensemble ensemble = new Ensemble(parts, calibration, 0.5, floor);
        int whole = outOfFold.lastKey();
        double threshold = Metrics.curve(probabilities(ensemble, whole, outOfFold.get(whole)), died)
                .bestThreshold();
        return new Ensemble(parts, calibration, threshold, floor);
    }

    /** One for each stay. */
    public static float[] probabilities(Ensemble ensemble, int hours, float[][] logits) {
        float[] probabilities = new float[logits[0].length];
        for (int stay = 0; stay < probabilities.length; stay++) {
            probabilities[stay] =
                    (float) ensemble.judge(hours, said(logits, stay)).probability();
        }
        return probabilities;
    }

    private Calibration calibration(int hours, float[][] logits) {
        float[] means = new float[died.length];
        Ensemble plain = new Ensemble(parts, List.of(new Calibration(hours, 1, 0, 0, 0)), 0.5, floor);
        for (int stay = 0; stay < means.length; stay++) {
            means[stay] = (float) plain.mean(said(logits, stay));
        }
        Beta beta = Beta.fit(means, died);
        double width = 0;
        while (width < WIDEST && covered(with(hours, beta, width), hours, logits) < COVERED) {
            width += STEP;
        }
        return new Calibration(hours, beta.slope(), beta.bend(), beta.intercept(), width);
    }

    private Ensemble with(int hours, Beta beta, double width) {
        Calibration calibration = new Calibration(hours, beta.slope(), beta.bend(), beta.intercept(), width);
        return new Ensemble(parts, List.of(calibration), 0.5, floor);
    }

    /** Share of the groups of stays of like risk whose deaths lie within the sum of their intervals. */
    private double covered(Ensemble ensemble, int hours, float[][] logits) {
        Judged[] judged = new Judged[died.length];
        for (int stay = 0; stay < judged.length; stay++) {
            judged[stay] = ensemble.judge(hours, said(logits, stay));
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
                covered += holds(Arrays.copyOfRange(order, from, to), judged) ? 1 : 0;
                groups++;
                from = to;
                expected = 0;
            }
        }
        return groups == 0 ? 1 : (double) covered / groups;
    }

    private boolean holds(Integer[] group, Judged[] judged) {
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

    private static double[] said(float[][] logits, int stay) {
        double[] said = new double[logits.length];
        for (int part = 0; part < said.length; part++) {
            said[part] = logits[part][stay];
        }
        return said;
    }
}

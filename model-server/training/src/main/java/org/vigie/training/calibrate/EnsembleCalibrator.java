package org.vigie.training.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.evaluation.BetaCalibration;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibratedEnsemble.CalibratedRisk;
import org.vigie.inference.bundle.CalibratedEnsemble.CalibrationPoint;
import org.vigie.inference.bundle.CalibratedEnsemble.EnsemblePart;
import org.vigie.inference.bundle.CalibratedEnsemble.EvidenceFloor;

/**
 * Fits the calibration of an ensemble to out-of-fold predictions. For each number of hours seen it fits beta calibration of the weighted
 * mean and the conformal width of the interval. The threshold is the one with the best event 1 after whole stays.
 */
public final class EnsembleCalibrator {
    /** Expected deaths of a group. In a smaller group no death at all is likely, so that no interval above 0 would hold. */
    private static final double EXPECTED = 10;

    private static final double COVERED = 0.9;
    private static final double STEP = 0.01;
    private static final double WIDEST = 3;

    private final List<EnsemblePart> parts;
    private final EvidenceFloor floor;

    public EnsembleCalibrator(List<EnsemblePart> parts, EvidenceFloor floor) {
        this.parts = List.copyOf(parts);
        this.floor = floor;
    }

    public CalibratedEnsemble fit(EnsemblePredictions outOfFold) {
        List<CalibrationPoint> calibration = new ArrayList<>();
        outOfFold.hours().forEach(hours -> calibration.add(calibration(hours, outOfFold)));
        CalibratedEnsemble ensemble = new CalibratedEnsemble(parts, calibration, 0.5, floor);
        double threshold = BinaryMetrics.curve(probabilities(ensemble, outOfFold, outOfFold.whole()), outOfFold.died())
                .bestThreshold();
        return new CalibratedEnsemble(parts, calibration, threshold, floor);
    }

    /** Returns the calibrated probabilities by hours seen, one for each stay. */
    public static NavigableMap<Integer, float[]> probabilities(
            CalibratedEnsemble ensemble, EnsemblePredictions predictions) {
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        predictions.hours().forEach(hours -> probabilities.put(hours, probabilities(ensemble, predictions, hours)));
        return probabilities;
    }

    /** Calibrates each stay by its own hours, as the server does. */
    private static float[] probabilities(CalibratedEnsemble ensemble, EnsemblePredictions predictions, int hours) {
        float[] probabilities = new float[predictions.stays()];
        for (int stay = 0; stay < probabilities.length; stay++) {
            probabilities[stay] = (float)
                    ensemble.calibratedRisk(predictions.hoursSeen().get(hours)[stay], predictions.logitsOf(stay, hours))
                            .probability();
        }
        return probabilities;
    }

    private CalibrationPoint calibration(int hours, EnsemblePredictions predictions) {
        float[] means = new float[predictions.stays()];
        CalibratedEnsemble plain =
                new CalibratedEnsemble(parts, List.of(new CalibrationPoint(hours, 1, 0, 0, 0)), 0.5, floor);
        for (int stay = 0; stay < means.length; stay++) {
            means[stay] = (float) plain.mean(predictions.logitsOf(stay, hours));
        }
        BetaCalibration beta = BetaCalibration.fit(means, predictions.died());
        double width = 0;
        while (width < WIDEST && covered(with(hours, beta, width), hours, predictions) < COVERED) {
            width += STEP;
        }
        return new CalibrationPoint(hours, beta.slope(), beta.bend(), beta.intercept(), width);
    }

    private CalibratedEnsemble with(int hours, BetaCalibration beta, double width) {
        CalibrationPoint calibration = new CalibrationPoint(hours, beta.slope(), beta.bend(), beta.intercept(), width);
        return new CalibratedEnsemble(parts, List.of(calibration), 0.5, floor);
    }

    /** Returns the share of the groups of similar risk whose deaths lie within the sum of their intervals. */
    private static double covered(CalibratedEnsemble ensemble, int hours, EnsemblePredictions predictions) {
        CalibratedRisk[] risks = new CalibratedRisk[predictions.stays()];
        for (int stay = 0; stay < risks.length; stay++) {
            risks[stay] = ensemble.calibratedRisk(hours, predictions.logitsOf(stay, hours));
        }
        Integer[] order = IntStream.range(0, risks.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> risks[i].probability()));
        int groups = 0;
        int covered = 0;
        int from = 0;
        double expected = 0;
        for (int to = 1; to <= order.length; to++) {
            expected += risks[order[to - 1]].probability();
            if (expected >= EXPECTED) {
                covered += holds(Arrays.copyOfRange(order, from, to), risks, predictions.died()) ? 1 : 0;
                groups++;
                from = to;
                expected = 0;
            }
        }
        return groups == 0 ? 1 : (double) covered / groups;
    }

    private static boolean holds(Integer[] group, CalibratedRisk[] risks, boolean... died) {
        double low = 0;
        double high = 0;
        double deaths = 0;
        for (int stay : group) {
            low += risks[stay].low();
            high += risks[stay].high();
            deaths += died[stay] ? 1 : 0;
        }
        return low <= deaths && deaths <= high;
    }
}

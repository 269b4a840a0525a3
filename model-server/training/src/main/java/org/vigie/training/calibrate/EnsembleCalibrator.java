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
 * Fits what stands between the parts' log odds and a probability with its interval, on what the parts said out of fold: for each number of
 * hours seen beta calibration of the weighted mean and the interval's conformal width; the threshold of the whole stay for event 1.
 */
public final class EnsembleCalibrator {
    /** Deaths that a group lets expect: of fewer, none at all is likely, and no interval above 0 holds none. */
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

    /** By hours seen, one for each stay. */
    public static NavigableMap<Integer, float[]> probabilities(
            CalibratedEnsemble ensemble, EnsemblePredictions predictions) {
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        predictions.hours().forEach(hours -> probabilities.put(hours, probabilities(ensemble, predictions, hours)));
        return probabilities;
    }

    /** Each stay is calibrated by its hours as the server counts them. */
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

    /** Share of the groups of stays of like risk whose deaths lie within the sum of their intervals. */
    private static double covered(CalibratedEnsemble ensemble, int hours, EnsemblePredictions predictions) {
        CalibratedRisk[] judged = new CalibratedRisk[predictions.stays()];
        for (int stay = 0; stay < judged.length; stay++) {
            judged[stay] = ensemble.calibratedRisk(hours, predictions.logitsOf(stay, hours));
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
                covered += holds(Arrays.copyOfRange(order, from, to), judged, predictions.died()) ? 1 : 0;
                groups++;
                from = to;
                expected = 0;
            }
        }
        return groups == 0 ? 1 : (double) covered / groups;
    }

    private static boolean holds(Integer[] group, CalibratedRisk[] judged, boolean... died) {
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

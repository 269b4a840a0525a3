package org.vigie.training.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.evaluation.BetaCalibration;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.CrossValidationFolds;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibrationPoint;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EvidenceFloor;
import org.vigie.training.calibrate.IntervalCoverage.PredictedStay;

/**
 * Fits the calibration of an ensemble to out-of-fold predictions. For each number of hours seen it fits beta calibration of the weighted
 * mean and the conformal width of the interval. The threshold is the one with the best event 1 after whole stays.
 */
public final class EnsembleCalibrator {
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

    /**
     * Returns calibrated probabilities by hours seen for an evaluation: each fold is calibrated by a fit to the other ones, so that no stay
     * has a part in its own calibration.
     *
     * @param folds fold of each stay; at least two different ones
     */
    public NavigableMap<Integer, float[]> crossFitted(EnsemblePredictions outOfFold, int... folds) {
        NavigableMap<Integer, float[]> all = new TreeMap<>();
        outOfFold.hours().forEach(hours -> all.put(hours, new float[outOfFold.stays()]));
        CrossValidationFolds.of(folds)
                .forEach((fold, learnt, tested) -> probabilities(
                                withoutIntervals(outOfFold.ofStays(learnt)), outOfFold.ofStays(tested))
                        .forEach((hours, some) -> put(some, tested, all.get(hours))));
        return all;
    }

    private CalibratedEnsemble withoutIntervals(EnsemblePredictions predictions) {
        List<CalibrationPoint> calibration = predictions.hours().stream()
                .map(hours -> point(hours, beta(hours, predictions), 0))
                .toList();
        return new CalibratedEnsemble(parts, calibration, 0.5, floor);
    }

    private static void put(float[] some, int[] places, float... all) {
        for (int i = 0; i < places.length; i++) {
            all[places[i]] = some[i];
        }
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
        BetaCalibration beta = beta(hours, predictions);
        double width = 0;
        while (width < WIDEST && covered(with(hours, beta, width), hours, predictions) < COVERED) {
            width += STEP;
        }
        return point(hours, beta, width);
    }

    private BetaCalibration beta(int hours, EnsemblePredictions predictions) {
        return BetaCalibration.fit(means(hours, predictions), predictions.died());
    }

    /** Returns the weighted mean of the parts for each stay, before calibration. */
    private float[] means(int hours, EnsemblePredictions predictions) {
        CalibratedEnsemble plain =
                new CalibratedEnsemble(parts, List.of(new CalibrationPoint(hours, 1, 0, 0, 0)), 0.5, floor);
        float[] means = new float[predictions.stays()];
        for (int stay = 0; stay < means.length; stay++) {
            means[stay] = (float) plain.mean(predictions.logitsOf(stay, hours));
        }
        return means;
    }

    private CalibratedEnsemble with(int hours, BetaCalibration beta, double width) {
        return new CalibratedEnsemble(parts, List.of(point(hours, beta, width)), 0.5, floor);
    }

    private static CalibrationPoint point(int hours, BetaCalibration beta, double width) {
        return new CalibrationPoint(hours, beta.slope(), beta.bend(), beta.intercept(), width);
    }

    /** Returns the share of the groups of similar risk whose deaths lie within the sum of their intervals. */
    private static double covered(CalibratedEnsemble ensemble, int hours, EnsemblePredictions predictions) {
        List<PredictedStay> stays = IntStream.range(0, predictions.stays())
                .mapToObj(stay -> new PredictedStay(
                        ensemble.calibratedRisk(hours, predictions.logitsOf(stay, hours)),
                        predictions.died()[stay]))
                .toList();
        return new IntervalCoverage(stays).share();
    }
}

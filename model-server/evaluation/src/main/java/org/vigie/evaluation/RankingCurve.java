package org.vigie.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks the stays by falling probability, ties as one step. The ROC curve and the precision-recall curve both follow these steps.
 *
 * @param deaths among all stays
 */
public record RankingCurve(List<CurveStep> steps, int deaths, int survivors) {
    public RankingCurve {
        steps = List.copyOf(steps);
    }

    /** Holds the positive predictions when every stay with at least this probability is positive. */
    public record CurveStep(double threshold, int truePositives, int falsePositives) {
        double precision() {
            return (double) truePositives / (truePositives + falsePositives);
        }
    }

    /** Holds a point of a curve, both axes from 0 to 1. */
    public record CurvePoint(double x, double y) {}

    /** @param order indices by falling probability */
    static RankingCurve of(float[] probabilities, boolean[] died, int[] order) {
        List<CurveStep> steps = new ArrayList<>();
        int truePositives = 0;
        int rank = 0;
        while (rank < order.length) {
            float threshold = probabilities[order[rank]];
            for (; rank < order.length && probabilities[order[rank]] == threshold; rank++) {
                truePositives += died[order[rank]] ? 1 : 0;
            }
            steps.add(new CurveStep(threshold, truePositives, rank - truePositives));
        }
        return new RankingCurve(steps, truePositives, rank - truePositives);
    }

    /** Returns the ROC curve: false positive rate and sensitivity, from (0, 0) to (1, 1). */
    public List<CurvePoint> roc() {
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(0, 0));
        steps.forEach(step -> points.add(
                new CurvePoint((double) step.falsePositives() / survivors, (double) step.truePositives() / deaths)));
        return points;
    }

    /** Returns the precision-recall curve: sensitivity and precision. */
    public List<CurvePoint> precisionRecall() {
        return steps.stream()
                .map(step -> new CurvePoint((double) step.truePositives() / deaths, step.precision()))
                .toList();
    }

    /** Returns the threshold with the highest event 1; the highest of several. */
    public double bestThreshold() {
        return steps.stream()
                .max(Comparator.comparingDouble(this::event1).thenComparingDouble(CurveStep::threshold))
                .orElseThrow()
                .threshold();
    }

    double auroc() {
        double area = 0;
        List<CurvePoint> points = roc();
        for (int i = 1; i < points.size(); i++) {
            CurvePoint from = points.get(i - 1);
            CurvePoint to = points.get(i);
            area += (to.x() - from.x()) * (to.y() + from.y()) / 2;
        }
        return area;
    }

    double auprc() {
        double area = 0;
        double recall = 0;
        for (CurvePoint point : precisionRecall()) {
            area += (point.x() - recall) * point.y();
            recall = point.x();
        }
        return area;
    }

    private double event1(CurveStep step) {
        return Math.min((double) step.truePositives() / deaths, step.precision());
    }
}

package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The stays ranked by falling probability, tied ones as one step. ROC and precision-recall curves both follow its steps.
 *
 * @param deaths among all stays
 */
public record Curve(List<Step> steps, int deaths, int survivors) {
    public Curve {
        steps = List.copyOf(steps);
    }

    /** What is called when every stay with at least this probability is. */
    public record Step(double threshold, int truePositives, int falsePositives) {
        double precision() {
            return (double) truePositives / (truePositives + falsePositives);
        }
    }

    /** A point of a curve, both axes from 0 to 1. */
    public record Point(double x, double y) {}

    /** @param order indices by falling probability */
    static Curve of(float[] probabilities, boolean[] died, int[] order) {
        List<Step> steps = new ArrayList<>();
        int truePositives = 0;
        int rank = 0;
        while (rank < order.length) {
            float threshold = probabilities[order[rank]];
            for (; rank < order.length && probabilities[order[rank]] == threshold; rank++) {
                truePositives += died[order[rank]] ? 1 : 0;
            }
            steps.add(new Step(threshold, truePositives, rank - truePositives));
        }
        return new Curve(steps, truePositives, rank - truePositives);
    }

    /** False positive rate, sensitivity; from (0, 0) to (1, 1). */
    public List<Point> roc() {
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0));
        steps.forEach(step -> points.add(
                new Point((double) step.falsePositives() / survivors, (double) step.truePositives() / deaths)));
        return points;
    }

    /** Sensitivity, precision. */
    public List<Point> precisionRecall() {
        return steps.stream()
                .map(step -> new Point((double) step.truePositives() / deaths, step.precision()))
                .toList();
    }

    /** The threshold with the highest event 1; the highest of several. */
    public double bestThreshold() {
        return steps.stream()
                .max(Comparator.comparingDouble(this::event1).thenComparingDouble(Step::threshold))
                .orElseThrow()
                .threshold();
    }

    double auroc() {
        double area = 0;
        List<Point> points = roc();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            area += (to.x() - from.x()) * (to.y() + from.y()) / 2;
        }
        return area;
    }

    double auprc() {
        double area = 0;
        double recall = 0;
        for (Point point : precisionRecall()) {
            area += (point.x() - recall) * point.y();
            recall = point.x();
        }
        return area;
    }

    private double event1(Step step) {
        return Math.min((double) step.truePositives() / deaths, step.precision());
    }
}

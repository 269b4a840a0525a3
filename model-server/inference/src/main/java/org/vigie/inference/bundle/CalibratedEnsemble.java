package org.vigie.inference.bundle;

import java.util.List;

/**
 * Combines the log odds of a model's parts into one calibrated probability with its interval.
 *
 * <p>{@code mean = sum of weight x log odds}; {@code z = slope x mean + bend x log(1 + exp(mean)) + intercept}, with the calibration of the
 * hours seen, interpolated between two points; {@code probability = sigmoid(z)}. This is beta calibration (Kull M, Silva Filho T, Flach P.
 * AISTATS 2017); without a bend it is Platt scaling.
 *
 * <p>{@code low, high = sigmoid(z -+ (spread + width))}. The spread is the weighted standard deviation of the parts times the derivative of
 * {@code z} by the mean. The width is conformal: the smallest one with which the deaths of 90 % of the groups lie within the sum of their
 * intervals, out of fold. A group holds stays of similar risk with ten expected deaths.
 *
 * @param parts their weights sum to 1; empty when the graph gives the probability itself
 * @param calibration by ascending hours seen
 * @param threshold of the probability for a positive prediction; chosen out of fold for event 1
 */
public record CalibratedEnsemble(
        List<EnsemblePart> parts, List<CalibrationPoint> calibration, double threshold, EvidenceFloor floor) {
    /** No ensemble: the graph gives the probability itself. */
    public static final CalibratedEnsemble NONE =
            new CalibratedEnsemble(List.of(), List.of(), 0.5, new EvidenceFloor(0, 0));

    public CalibratedEnsemble {
        parts = List.copyOf(parts);
        calibration = List.copyOf(calibration);
    }

    /** Holds a probability and its interval. */
    public record CalibratedRisk(double probability, double low, double high) {}

    /**
     * Computes the calibrated probability and its interval.
     *
     * @param hoursSeen of the stay, see {@code ScoreRequest.hoursSeen}
     * @param logits one for each of the parts, in their order
     */
    public CalibratedRisk calibratedRisk(int hoursSeen, double... logits) {
        double mean = mean(logits);
        CalibrationPoint at = calibration(hoursSeen);
        double z = at.z(mean);
        double half = at.steepness(mean) * spread(mean, logits) + at.width();
        return new CalibratedRisk(sigmoid(z), sigmoid(z - half), sigmoid(z + half));
    }

    /** Returns the weighted mean of the log odds, without calibration. */
    public double mean(double... logits) {
        double mean = 0;
        for (int part = 0; part < parts.size(); part++) {
            mean += parts.get(part).weight() * logits[part];
        }
        return mean;
    }

    private double spread(double mean, double... logits) {
        double squares = 0;
        for (int part = 0; part < parts.size(); part++) {
            squares += parts.get(part).weight() * (logits[part] - mean) * (logits[part] - mean);
        }
        return Math.sqrt(squares);
    }

    private CalibrationPoint calibration(int hoursSeen) {
        CalibrationPoint before = calibration.get(0);
        for (CalibrationPoint next : calibration) {
            if (next.hoursSeen() >= hoursSeen) {
                return between(before, next, hoursSeen);
            }
            before = next;
        }
        return before;
    }

    private static CalibrationPoint between(CalibrationPoint before, CalibrationPoint next, int hoursSeen) {
        int apart = next.hoursSeen() - before.hoursSeen();
        return apart == 0 ? next : before.towards(next, Math.max(0, hoursSeen - before.hoursSeen()) / (double) apart);
    }

    static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}

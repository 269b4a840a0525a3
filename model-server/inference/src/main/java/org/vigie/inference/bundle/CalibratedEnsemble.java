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

    /** Lists the sources of a part's log odds. */
    public enum EnsemblePartKind {
        /** A column of the SavedModel's output {@code logits}. */
        NET,
        /** Boosted trees on {@code WindowFeatures}. */
        TREES
    }

    /**
     * Represents one predictor of the ensemble.
     *
     * @param file in the bundle's folder
     * @param column of {@code logits}; 0 for trees
     */
    public record EnsemblePart(String name, EnsemblePartKind kind, String file, int column, double weight) {
        /** Changes the weight. */
        public EnsemblePart withWeight(double other) {
            return new EnsemblePart(name, kind, file, column, other);
        }
    }

    /**
     * Holds the calibration after a number of hours; see {@link CalibratedEnsemble}.
     *
     * @param slope where risks are low
     * @param bend increase of the slope where risks are high
     * @param width half of the interval without the spread, in log odds
     */
    public record CalibrationPoint(int hoursSeen, double slope, double bend, double intercept, double width) {
        private double z(double mean) {
            return slope * mean + bend * Math.log1p(Math.exp(mean)) + intercept;
        }

        private double steepness(double mean) {
            return slope + bend * sigmoid(mean);
        }

        private CalibrationPoint towards(CalibrationPoint later, double share) {
            return new CalibrationPoint(
                    hoursSeen,
                    slope + share * (later.slope - slope),
                    bend + share * (later.bend - bend),
                    intercept + share * (later.intercept - intercept),
                    width + share * (later.width - width));
        }
    }

    /** Holds the numbers of measured cells and series below which a window gets no score. */
    public record EvidenceFloor(int measuredCells, int measuredSeries) {}

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
        double half = at.steepness(mean) * spread(mean, logits) + at.width;
        return new CalibratedRisk(sigmoid(z), sigmoid(z - half), sigmoid(z + half));
    }

    /** Returns the weighted mean of the log odds, without calibration. */
    public double mean(double... logits) {
        double mean = 0;
        for (int part = 0; part < parts.size(); part++) {
            mean += parts.get(part).weight * logits[part];
        }
        return mean;
    }

    private double spread(double mean, double... logits) {
        double squares = 0;
        for (int part = 0; part < parts.size(); part++) {
            squares += parts.get(part).weight * (logits[part] - mean) * (logits[part] - mean);
        }
        return Math.sqrt(squares);
    }

    private CalibrationPoint calibration(int hoursSeen) {
        CalibrationPoint before = calibration.get(0);
        for (CalibrationPoint next : calibration) {
            if (next.hoursSeen >= hoursSeen) {
                return between(before, next, hoursSeen);
            }
            before = next;
        }
        return before;
    }

    private static CalibrationPoint between(CalibrationPoint before, CalibrationPoint next, int hoursSeen) {
        int apart = next.hoursSeen - before.hoursSeen;
        return apart == 0 ? next : before.towards(next, Math.max(0, hoursSeen - before.hoursSeen) / (double) apart);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}

package org.vigie.inference.bundle;

import java.util.List;

/**
 * How the log odds of a model's parts become one calibrated probability with its interval.
 *
 * <p>{@code mean = sum of weight x log odds}; {@code z = slope x mean + bend x log(1 + exp(mean)) + intercept} with the calibration of
 * the hours seen, interpolated between two; {@code probability = sigmoid(z)}. That is beta calibration (Kull M, Silva Filho T, Flach P.
 * AISTATS 2017); without a bend it is Platt's. {@code spread =} how much {@code z} rises with the mean there, times the weighted standard
 * deviation of the parts;
 * {@code low, high = sigmoid(z -+ (spread + width))}. The width is conformal: the smallest one with which, out of fold, in 90 of 100 groups
 * of ten expected deaths (stays of like risk together) the deaths lie between the sum of the group's lows and the sum of its highs.
 *
 * @param parts their weights sum to 1; empty: the graph gives the probability itself
 * @param calibration by ascending hours seen
 * @param threshold of the probability from which a stay counts as called; chosen out of fold for event 1
 */
public record CalibratedEnsemble(
        List<EnsemblePart> parts, List<CalibrationPoint> calibration, double threshold, EvidenceFloor floor) {
    /** The graph gives the probability itself. */
    public static final CalibratedEnsemble NONE =
            new CalibratedEnsemble(List.of(), List.of(), 0.5, new EvidenceFloor(0, 0));

    public CalibratedEnsemble {
        parts = List.copyOf(parts);
        calibration = List.copyOf(calibration);
    }

    /** What gives a part's log odds. */
    public enum EnsemblePartKind {
        /** A column of the SavedModel's output {@code logits}. */
        NET,
        /** Boosted trees on {@code WindowFeatures}. */
        TREES
    }

    /**
     * One predictor.
     *
     * @param file in the bundle's folder
     * @param column of {@code logits}; 0 for trees
     */
    public record EnsemblePart(String name, EnsemblePartKind kind, String file, int column, double weight) {}

    /**
     * See {@link CalibratedEnsemble}.
     *
     * @param slope where risks are low
     * @param bend how much steeper where they are high
     * @param width half of the interval beside the spread, in log odds
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

    /** Below either number a window gets no score. */
    public record EvidenceFloor(int measuredCells, int measuredSeries) {}

    /** A probability and its interval. */
    public record CalibratedRisk(double probability, double low, double high) {}

    /**
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

    /** The weighted mean of the parts' log odds, not calibrated. */
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
                int apart = next.hoursSeen - before.hoursSeen;
                return apart == 0
                        ? next
                        : before.towards(next, Math.max(0, hoursSeen - before.hoursSeen) / (double) apart);
            }
            before = next;
        }
        return before;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}

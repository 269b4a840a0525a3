package org.vigie.inference.bundle;

/**
 * Holds the calibration after a number of hours; see {@link CalibratedEnsemble}.
 *
 * @param slope where risks are low
 * @param bend increase of the slope where risks are high
 * @param width half of the interval without the spread, in log odds
 */
public record CalibrationPoint(int hoursSeen, double slope, double bend, double intercept, double width) {
    double z(double mean) {
        return slope * mean + bend * Math.log1p(Math.exp(mean)) + intercept;
    }

    double steepness(double mean) {
        return slope + bend * CalibratedEnsemble.sigmoid(mean);
    }

    CalibrationPoint towards(CalibrationPoint later, double share) {
        return new CalibrationPoint(
                hoursSeen,
                slope + share * (later.slope - slope),
                bend + share * (later.bend - bend),
                intercept + share * (later.intercept - intercept),
                width + share * (later.width - width));
    }
}

package org.vigie.signal.feature;

/**
 * Lists the features of a series with values x at hours t. Names and formulas follow TSFEL (Barandas 2020), where time is not regular with
 * the true distances between the values. A feature that needs more values than there are is NaN.
 */
public enum SeriesFeature {
    /** Number of values n. */
    COUNT,
    /** Smallest x. */
    MINIMUM,
    /** Largest x. */
    MAXIMUM,
    /** Sum of x / n. */
    MEAN,
    /** Square root of the second central moment m2 = sum of (x - mean)^2 / n. */
    STANDARD_DEVIATION,
    /** Third central moment / m2^1.5; NaN when all values are equal. */
    SKEWNESS,
    /** Fourth central moment / m2^2 - 3; NaN when all values are equal. */
    KURTOSIS,
    /** Square root of the mean of x^2. */
    ROOT_MEAN_SQUARE,
    /** Sum of x^2. */
    ABSOLUTE_ENERGY,
    /** Mean of the changes from one value to the next. */
    MEAN_CHANGE,
    /** Mean of the absolute changes from one value to the next. */
    MEAN_ABSOLUTE_CHANGE,
    /** Sum of the absolute changes from one value to the next. */
    SUM_ABSOLUTE_CHANGE,
    /** Largest absolute change per hour from one value to the next. */
    STEEPEST_CHANGE,
    /** Slope of the least-squares line, per hour. */
    SLOPE,
    /** Integral of x over time by the trapezoidal rule, in units of x times hours. */
    AREA,
    /** Sum of t x^2 / sum of x^2: the hour around which the energy lies. */
    CENTROID,
    /** Number of values that are smaller than both neighbours. */
    POSITIVE_TURNING_POINTS,
    /** Number of values that are larger than both neighbours. */
    NEGATIVE_TURNING_POINTS
}

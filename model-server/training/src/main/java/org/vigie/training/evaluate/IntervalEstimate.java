package org.vigie.training.evaluate;

/**
 * A measured number with its 95 % interval.
 *
 * @param low 2.5th percentile of the resamples
 * @param high 97.5th percentile of the resamples
 */
public record IntervalEstimate(double value, double low, double high) {}

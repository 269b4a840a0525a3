package org.vigie.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** Summarises many measurements, in their unit. Percentiles are by nearest rank. */
public record MeasurementSummary(
        @JsonProperty("count") int count,
        @JsonProperty("min") double min,
        @JsonProperty("p50") double p50,
        @JsonProperty("p99") double p99,
        @JsonProperty("max") double max) {

    /** @throws IllegalArgumentException when there is none */
    public static MeasurementSummary of(double... measured) {
        if (measured.length == 0) {
            throw new IllegalArgumentException("measured: must hold one at least, held none");
        }
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new MeasurementSummary(
                sorted.length, sorted[0], rank(sorted, 0.50), rank(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double rank(double[] sorted, double quantile) {
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }
}

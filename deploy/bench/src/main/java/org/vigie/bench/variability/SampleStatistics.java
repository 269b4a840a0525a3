package org.vigie.bench.variability;

import java.util.Arrays;
import java.util.List;

/** Holds one number per patient and describes their distribution. */
record SampleStatistics(double[] sorted) {
    static SampleStatistics of(List<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new SampleStatistics(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** Returns a quantile by linear interpolation; NaN without values. */
    double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    double median() {
        return quantile(0.5);
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    double deviation() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(sorted)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElse(Double.NaN));
    }

    /**
     * Returns the standard deviation of the logarithms.
     *
     * @param floor smaller numbers count as this one
     */
    double logDeviation(double floor) {
        return new SampleStatistics(Arrays.stream(sorted)
                        .map(number -> Math.log(Math.max(floor, number)))
                        .toArray())
                .deviation();
    }
}

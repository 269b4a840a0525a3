package org.vigie.signal.feature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds the power of a series with irregular times at several frequencies (Lomb 1976; Scargle 1982). The mean is taken away.
 *
 * <p>The frequencies are multiples of one cycle in the length of the series, below half the mean number of values an hour and at most one
 * cycle a minute. The time grows with the number of values times that of frequencies: give means of minutes or hours, not seconds.
 *
 * @param frequencies in cycles per hour, ascending; empty when the series is too short or does not vary
 * @param power of each frequency, in squared units of the series
 */
public record LombScarglePeriodogram(double[] frequencies, double[] power) {
    private static final int LEAST_FREQUENCIES = 2;
    private static final double HIGHEST = 60;
    private static final double TINY = 1e-9;

    /**
     * Computes the periodogram.
     *
     * @param hours time of each value, ascending
     * @throws IllegalArgumentException when there are not as many times as values, or a number is not finite, or a time is not later
     */
    public static LombScarglePeriodogram of(double[] hours, double[] values) {
        check(hours, values);
        int count = (values.length - 2) / 2;
        double mean = Arrays.stream(values).average().orElse(0);
        boolean varies = Arrays.stream(values).anyMatch(value -> value != values[0]);
        if (count < LEAST_FREQUENCIES || !varies) {
            return new LombScarglePeriodogram(new double[0], new double[0]);
        }
        double length = hours[hours.length - 1] - hours[0];
        double[] frequencies = IntStream.rangeClosed(1, count)
                .mapToDouble(cycles -> cycles / length)
                .filter(frequency -> frequency <= HIGHEST)
                .toArray();
        double[] power = Arrays.stream(frequencies)
                .map(frequency -> power(2 * Math.PI * frequency, mean, hours, values))
                .toArray();
        return new LombScarglePeriodogram(frequencies, power);
    }

    private static void check(double[] hours, double... values) {
        if (hours.length != values.length) {
            throw new IllegalArgumentException(
                    "hours: must be as many as values, were " + hours.length + " for " + values.length);
        }
        for (int place = 0; place < hours.length; place++) {
            boolean later = place == 0 || hours[place] > hours[place - 1];
            if (!later || !Double.isFinite(hours[place]) || !Double.isFinite(values[place])) {
                throw new IllegalArgumentException("value: must be finite and later than the one before, was "
                        + values[place] + " at " + hours[place] + " h");
            }
        }
    }

    /** Returns the power at an angular frequency. The delay makes sine and cosine independent. */
    private static double power(double angular, double mean, double[] hours, double... values) {
        double sines = 0;
        double cosines = 0;
        for (double hour : hours) {
            sines += Math.sin(2 * angular * hour);
            cosines += Math.cos(2 * angular * hour);
        }
        double delay = Math.atan2(sines, cosines) / (2 * angular);
        double[] sums = new double[4];
        for (int place = 0; place < hours.length; place++) {
            double cosine = Math.cos(angular * (hours[place] - delay));
            double sine = Math.sin(angular * (hours[place] - delay));
            sums[0] += (values[place] - mean) * cosine;
            sums[1] += cosine * cosine;
            sums[2] += (values[place] - mean) * sine;
            sums[3] += sine * sine;
        }
        return (part(sums[0], sums[1]) + part(sums[2], sums[3])) / 2;
    }

    private static double part(double product, double square) {
        return square < TINY ? 0 : product * product / square;
    }

    /** Returns all features; NaN without frequencies. */
    public Map<SpectralFeature, Double> features() {
        SpectralShares shares = SpectralShares.of(this);
        Map<SpectralFeature, Double> features = new EnumMap<>(SpectralFeature.class);
        for (SpectralFeature feature : SpectralFeature.values()) {
            features.put(feature, shares.isEmpty() ? Double.NaN : shares.of(feature));
        }
        return features;
    }
}

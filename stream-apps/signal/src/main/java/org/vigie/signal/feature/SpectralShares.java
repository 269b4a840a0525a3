package org.vigie.signal.feature;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Computes the features of a spectrum.
 *
 * @param power of each frequency
 * @param shares share of each frequency in the power; empty when there is no power
 */
record SpectralShares(double[] frequencies, double[] power, double[] shares) {
    static SpectralShares of(LombScarglePeriodogram periodogram) {
        double total = Arrays.stream(periodogram.power()).sum();
        double[] shares = total > 0
                ? Arrays.stream(periodogram.power()).map(each -> each / total).toArray()
                : new double[0];
        return new SpectralShares(periodogram.frequencies(), periodogram.power(), shares);
    }

    boolean isEmpty() {
        return shares.length == 0;
    }

    double of(SpectralFeature feature) {
        return switch (feature) {
            case FUNDAMENTAL_FREQUENCY -> frequencies[largest()];
            case MAXIMUM_POWER -> power[largest()];
            case MEDIAN_FREQUENCY -> frequencyOf(0.5);
            case ROLL_ON -> frequencyOf(0.05);
            case ROLL_OFF -> frequencyOf(0.95);
            case SPECTRAL_CENTROID -> centroid();
            case SPECTRAL_SPREAD -> Math.sqrt(moment(2));
            case SPECTRAL_SKEWNESS -> moment(3) / Math.pow(moment(2), 1.5);
            case SPECTRAL_KURTOSIS -> moment(4) / Math.pow(moment(2), 2);
            case SPECTRAL_ENTROPY -> entropy();
            case POWER_OVER_12_HOURS -> share(0, 1 / 12.0);
            case POWER_4_TO_12_HOURS -> share(1 / 12.0, 1 / 4.0);
            case POWER_1_TO_4_HOURS -> share(1 / 4.0, 1);
            case POWER_10_TO_60_MINUTES -> share(1, 6);
            case POWER_1_TO_10_MINUTES -> share(6, Double.POSITIVE_INFINITY);
        };
    }

    private int largest() {
        int largest = 0;
        for (int place = 1; place < power.length; place++) {
            largest = power[place] > power[largest] ? place : largest;
        }
        return largest;
    }

    /** Returns the lowest frequency up to which a part of the power lies. */
    private double frequencyOf(double part) {
        double cumulated = 0;
        for (int place = 0; place < shares.length; place++) {
            cumulated += shares[place];
            if (cumulated >= part) {
                return frequencies[place];
            }
        }
        return frequencies[frequencies.length - 1];
    }

    private double centroid() {
        return IntStream.range(0, shares.length)
                .mapToDouble(place -> frequencies[place] * shares[place])
                .sum();
    }

    private double moment(int order) {
        double centroid = centroid();
        return IntStream.range(0, shares.length)
                .mapToDouble(place -> Math.pow(frequencies[place] - centroid, order) * shares[place])
                .sum();
    }

    private double entropy() {
        double entropy = Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share))
                .sum();
        return entropy / Math.log(shares.length);
    }

    /** Returns the share of the frequencies from {@code low} to below {@code high}; NaN when the series shows none of them. */
    private double share(double low, double high) {
        int[] inside = IntStream.range(0, shares.length)
                .filter(place -> frequencies[place] >= low && frequencies[place] < high)
                .toArray();
        return inside.length == 0
                ? Double.NaN
                : IntStream.of(inside).mapToDouble(place -> shares[place]).sum();
    }
}

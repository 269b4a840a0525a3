package org.vigie.signal.feature;

import java.util.EnumMap;
import java.util.Map;

/** Computes the features of one series in one pass, in memory that does not grow with it. */
public final class FeatureAccumulator {
    private CentralMoments moments = CentralMoments.NONE;
    private LeastSquaresLine line = LeastSquaresLine.NONE;
    private SeriesChanges changes = SeriesChanges.NONE;
    private double minimum = Double.NaN;
    private double maximum = Double.NaN;
    private double energy;
    private double energyHours;

    /**
     * Adds a value.
     *
     * @param hours time since the beginning of the series, after that of the value before
     * @throws IllegalArgumentException when the time is not later, or a number is not finite
     */
    public void add(double hours, double value) {
        if (!Double.isFinite(value) || !changes.isFollowedBy(hours)) {
            throw new IllegalArgumentException(
                    "value: must be finite and later than the one before, was " + value + " at " + hours + " h");
        }
        moments = moments.with(value);
        line = line.with(hours, value);
        changes = changes.with(hours, value);
        minimum = moments.count() == 1 ? value : Math.min(minimum, value);
        maximum = moments.count() == 1 ? value : Math.max(maximum, value);
        energy += value * value;
        energyHours += hours * value * value;
    }

    /** Returns all features. */
    public Map<SeriesFeature, Double> features() {
        Map<SeriesFeature, Double> features = new EnumMap<>(SeriesFeature.class);
        for (SeriesFeature feature : SeriesFeature.values()) {
            features.put(feature, of(feature));
        }
        return features;
    }

    private double of(SeriesFeature feature) {
        return switch (feature) {
            case COUNT -> moments.count();
            case MINIMUM -> minimum;
            case MAXIMUM -> maximum;
            case MEAN -> moments.count() == 0 ? Double.NaN : moments.mean();
            case STANDARD_DEVIATION -> moments.standardDeviation();
            case SKEWNESS -> moments.skewness();
            case KURTOSIS -> moments.kurtosis();
            case ROOT_MEAN_SQUARE -> Math.sqrt(energy / moments.count());
            case ABSOLUTE_ENERGY -> energy;
            case SLOPE -> line.slope();
            case CENTROID -> energyHours / energy;
            default -> changes.of(feature);
        };
    }
}

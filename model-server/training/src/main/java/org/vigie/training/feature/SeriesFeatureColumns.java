package org.vigie.training.feature;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vigie.signal.feature.FeatureAccumulator;
import org.vigie.signal.feature.LombScarglePeriodogram;
import org.vigie.signal.feature.SeriesFeature;
import org.vigie.signal.feature.SpectralFeature;
import org.vigie.signal.window.HourlyGrid;

/**
 * Computes the same features of each of the 37 series from its hourly values. A feature that is not finite is NaN.
 *
 * @param kinds the features of a series in the order of their columns
 * @param features computes them from the hours that have a value, and from these values
 */
public record SeriesFeatureColumns<K>(List<K> kinds, Function<HourlyValues, Map<K, Double>> features)
        implements FurtherFeatures {
    private static final List<SpectralFeature> SHOWN_BY_HOURS = List.of(
            SpectralFeature.FUNDAMENTAL_FREQUENCY,
            SpectralFeature.MAXIMUM_POWER,
            SpectralFeature.MEDIAN_FREQUENCY,
            SpectralFeature.ROLL_ON,
            SpectralFeature.ROLL_OFF,
            SpectralFeature.SPECTRAL_CENTROID,
            SpectralFeature.SPECTRAL_SPREAD,
            SpectralFeature.SPECTRAL_SKEWNESS,
            SpectralFeature.SPECTRAL_KURTOSIS,
            SpectralFeature.SPECTRAL_ENTROPY,
            SpectralFeature.POWER_OVER_12_HOURS,
            SpectralFeature.POWER_4_TO_12_HOURS,
            SpectralFeature.POWER_1_TO_4_HOURS);

    /**
     * Holds the values of one series.
     *
     * @param hours of the window, ascending
     * @param values one for each of the hours, in the unit of the series
     */
    public record HourlyValues(double[] hours, double[] values) {
        static HourlyValues of(HourlyGrid grid, int series) {
            int[] hours = IntStream.range(0, HourlyGrid.HOURS)
                    .filter(hour -> grid.value(hour, series).isPresent())
                    .toArray();
            return new HourlyValues(
                    IntStream.of(hours).asDoubleStream().toArray(),
                    IntStream.of(hours)
                            .mapToDouble(hour -> grid.value(hour, series).orElseThrow())
                            .toArray());
        }

        private Map<SeriesFeature, Double> described() {
            FeatureAccumulator accumulator = new FeatureAccumulator();
            for (int index = 0; index < hours.length; index++) {
                accumulator.add(hours[index], values[index]);
            }
            return accumulator.features();
        }
    }

    /** Returns the 18 statistical and temporal features of {@link SeriesFeature}. */
    public static SeriesFeatureColumns<SeriesFeature> described() {
        return new SeriesFeatureColumns<>(List.of(SeriesFeature.values()), HourlyValues::described);
    }

    /** Returns the 13 features of {@link SpectralFeature} that hourly values can show. */
    public static SeriesFeatureColumns<SpectralFeature> spectral() {
        return new SeriesFeatureColumns<>(
                SHOWN_BY_HOURS,
                series -> LombScarglePeriodogram.of(series.hours(), series.values())
                        .features());
    }

    @Override
    public float[][] of(List<LabelledStay> stays) {
        return stays.stream().map(stay -> of(stay.stay().grid())).toArray(float[][]::new);
    }

    private float[] of(HourlyGrid grid) {
        float[] row = new float[HourlyGrid.SERIES * kinds.size()];
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            Map<K, Double> found = features.apply(HourlyValues.of(grid, series));
            for (int kind = 0; kind < kinds.size(); kind++) {
                double value = found.get(kinds.get(kind));
                row[series * kinds.size() + kind] = Double.isFinite(value) ? (float) value : Float.NaN;
            }
        }
        return row;
    }
}

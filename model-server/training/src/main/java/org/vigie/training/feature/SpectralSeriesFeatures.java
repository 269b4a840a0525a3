package org.vigie.training.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.signal.feature.LombScarglePeriodogram;
import org.vigie.signal.feature.SpectralFeature;
import org.vigie.signal.window.HourlyGrid;

/** Computes the features of {@link SpectralFeature} that hourly values can show, for each of the 37 series. */
public record SpectralSeriesFeatures() implements FurtherFeatures {
    private static final List<SpectralFeature> KINDS = List.of(
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

    @Override
    public float[][] of(List<LabelledStay> stays) {
        return stays.stream().map(stay -> of(stay.stay().grid())).toArray(float[][]::new);
    }

    private static float[] of(HourlyGrid grid) {
        float[] features = new float[HourlyGrid.SERIES * KINDS.size()];
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            Map<SpectralFeature, Double> found = features(grid, series);
            for (int kind = 0; kind < KINDS.size(); kind++) {
                features[series * KINDS.size() + kind] =
                        found.get(KINDS.get(kind)).floatValue();
            }
        }
        return features;
    }

    private static Map<SpectralFeature, Double> features(HourlyGrid grid, int series) {
        List<Double> hours = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            double at = hour;
            grid.value(hour, series).ifPresent(value -> {
                hours.add(at);
                values.add(value);
            });
        }
        return LombScarglePeriodogram.of(array(hours), array(values)).features();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).toArray();
    }
}

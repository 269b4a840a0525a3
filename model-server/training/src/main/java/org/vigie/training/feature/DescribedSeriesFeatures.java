package org.vigie.training.feature;

import java.util.List;
import java.util.Map;
import org.vigie.signal.feature.FeatureAccumulator;
import org.vigie.signal.feature.SeriesFeature;
import org.vigie.signal.window.HourlyGrid;

/** Computes the 18 features of {@link SeriesFeature} from the hourly values of each of the 37 series. */
public record DescribedSeriesFeatures() implements FurtherFeatures {
    private static final List<SeriesFeature> KINDS = List.of(SeriesFeature.values());

    @Override
    public float[][] of(List<LabelledStay> stays) {
        return stays.stream().map(stay -> of(stay.stay().grid())).toArray(float[][]::new);
    }

    private static float[] of(HourlyGrid grid) {
        float[] features = new float[HourlyGrid.SERIES * KINDS.size()];
        for (int series = 0; series < HourlyGrid.SERIES; series++) {
            Map<SeriesFeature, Double> described = described(grid, series);
            for (int kind = 0; kind < KINDS.size(); kind++) {
                double value = described.get(KINDS.get(kind));
                features[series * KINDS.size() + kind] = Double.isFinite(value) ? (float) value : Float.NaN;
            }
        }
        return features;
    }

    private static Map<SeriesFeature, Double> described(HourlyGrid grid, int series) {
        FeatureAccumulator accumulator = new FeatureAccumulator();
        for (int hour = 0; hour < HourlyGrid.HOURS; hour++) {
            int at = hour;
            grid.value(hour, series).ifPresent(value -> accumulator.add(at, value));
        }
        return accumulator.features();
    }
}

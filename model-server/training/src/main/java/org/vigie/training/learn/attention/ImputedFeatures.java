package org.vigie.training.learn.attention;

import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputedCells;
import org.vigie.inference.imputation.SavedImputer;
import org.vigie.training.feature.FurtherFeatures;
import org.vigie.training.feature.LabelledStay;

/**
 * Computes features of a stay whose empty cells are imputed: for each column the last value, the mean of the last six hours, the mean and the
 * standard deviation of 48 hours, and the width of the last hour's interval. All are scaled.
 */
public record ImputedFeatures(SavedImputer imputer, ImputationDirection direction) implements FurtherFeatures {
    private static final int KINDS = 5;
    private static final int LATELY = 6;

    @Override
    public float[][] of(List<LabelledStay> stays) {
        List<ImputationGrid> grids = stays.stream()
                .map(stay -> imputer.card()
                        .scaling()
                        .scaled(ImputationGrid.of(stay.stay().id(), stay.stay().grid())))
                .toList();
        List<ImputedCells> imputed = imputer.impute(direction, grids);
        return IntStream.range(0, grids.size())
                .mapToObj(stay -> of(grids.get(stay), imputed.get(stay)))
                .toArray(float[][]::new);
    }

    private static float[] of(ImputationGrid grid, ImputedCells imputed) {
        float[] features = new float[COLUMNS * KINDS];
        for (int column = 0; column < COLUMNS; column++) {
            double[] filled = filled(grid, imputed, column);
            int last = (HOURS - 1) * COLUMNS + column;
            boolean measured = !Float.isNaN(grid.values()[last]);
            int place = column * KINDS;
            features[place] = (float) filled[HOURS - 1];
            features[place + 1] = (float) mean(filled, HOURS - LATELY);
            features[place + 2] = (float) mean(filled, 0);
            features[place + 3] = (float) deviation(filled);
            features[place + 4] = measured ? 0 : imputed.high()[last] - imputed.low()[last];
        }
        return features;
    }

    private static double[] filled(ImputationGrid grid, ImputedCells imputed, int column) {
        return IntStream.range(0, HOURS)
                .map(hour -> hour * COLUMNS + column)
                .mapToDouble(cell -> Float.isNaN(grid.values()[cell]) ? imputed.median()[cell] : grid.values()[cell])
                .toArray();
    }

    private static double mean(double[] values, int from) {
        return IntStream.range(from, values.length)
                .mapToDouble(hour -> values[hour])
                .average()
                .orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values, 0);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(hour -> (values[hour] - mean) * (values[hour] - mean))
                .average()
                .orElseThrow());
    }
}

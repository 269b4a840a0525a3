package org.vigie.model.score;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.signal.window.HourlyGrid;

/**
 * Holds the contribution of each input to the log odds before calibration, compared with a stay of which nothing is known.
 *
 * @param cells row-major [48][37]: cell = row * 37 + series; empty when there is no explanation
 * @param statics as {@link org.vigie.signal.window.StaticFeatures#NAMES}; empty when there is no explanation
 */
public record SurvivalExplanation(float[] cells, float[] statics) {
    /** No explanation: it was not requested, the model abstained, or its contributions are not reliable. */
    public static final SurvivalExplanation NONE = new SurvivalExplanation(new float[0], new float[0]);

    /**
     * Holds the contribution of one input.
     *
     * @param input column of a series, from 0; for a static {@link HourlyGrid#SERIES} + its place
     * @param row 0 to 47, 47 is the newest hour; -1 for a static
     */
    public record InputContribution(int input, int row, double logOdds) {
        public boolean isStatic() {
            return row < 0;
        }
    }

    /** Returns the contributions with the largest absolute values, the largest first; zeros are left out. */
    public List<InputContribution> largest(int many) {
        return Stream.concat(
                        IntStream.range(0, cells.length).mapToObj(this::ofCell),
                        IntStream.range(0, statics.length).mapToObj(this::ofStatic))
                .filter(contribution -> contribution.logOdds() != 0)
                .sorted(Comparator.comparingDouble(contribution -> -Math.abs(contribution.logOdds())))
                .limit(many)
                .toList();
    }

    private InputContribution ofCell(int cell) {
        return new InputContribution(cell % HourlyGrid.SERIES, cell / HourlyGrid.SERIES, cells[cell]);
    }

    private InputContribution ofStatic(int place) {
        return new InputContribution(HourlyGrid.SERIES + place, -1, statics[place]);
    }

    /** Returns the sum of all contributions. */
    public double sum() {
        double sum = 0;
        for (float cell : cells) {
            sum += cell;
        }
        for (float one : statics) {
            sum += one;
        }
        return sum;
    }
}

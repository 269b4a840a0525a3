package org.vigie.model.score;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.signal.window.HourlyGrid;

/**
 * What each input adds to the log odds before calibration, against a stay of which nothing is known.
 *
 * @param cells row-major [48][37]: cell = row * 37 + series; empty when there is no explanation
 * @param statics as {@link org.vigie.signal.window.StaticFeatures#NAMES}; empty when there is no explanation
 */
public record SurvivalExplanation(float[] cells, float[] statics) {
    /** Nobody asked, or the model abstained, or it cannot tell. */
    public static final SurvivalExplanation NONE = new SurvivalExplanation(new float[0], new float[0]);

    /**
     * One input's part.
     *
     * @param input a series' column, from 0; of a static {@link HourlyGrid#SERIES} + its place
     * @param row 0 to 47, 47 is the newest hour; -1 for a static
     */
    public record InputContribution(int input, int row, double logOdds) {
        public boolean isStatic() {
            return row < 0;
        }
    }

    /** The largest ones first, by their size; none that is 0. */
    public List<InputContribution> largest(int many) {
        return Stream.concat(
                        IntStream.range(0, cells.length)
                                .mapToObj(cell -> new InputContribution(
                                        cell % HourlyGrid.SERIES, cell / HourlyGrid.SERIES, cells[cell])),
                        IntStream.range(0, statics.length)
                                .mapToObj(
                                        place -> new InputContribution(HourlyGrid.SERIES + place, -1, statics[place])))
                .filter(contribution -> contribution.logOdds() != 0)
                .sorted(Comparator.comparingDouble(contribution -> -Math.abs(contribution.logOdds())))
                .limit(many)
                .toList();
    }

    /** What all inputs add together. */
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

package org.vigie.signal.clean.retrospective;

import static org.vigie.signal.clean.EntryMistakes.distance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.EntryMistakes;
import org.vigie.signal.clean.SteepVariables;

/**
 * Judges the charted values of one variable of a stay by the three values before and after each, its neighbours. Distances are those of
 * logarithms.
 *
 * @param values in the order of their times
 * @param distances of each value from the median of its neighbours
 */
record ChartedCourse(Variable variable, double[] values, double[] distances) {
    private static final int SIDE = 3;
    /** Bounds a neighbourhood in which one more mistake would move the median. */
    private static final int FEW_NEIGHBOURS = 3;

    private static final double FAR = 4.5;
    private static final double NEAR = 2;
    /** A correction that is so many times nearer explains a number whatever the spread. */
    private static final double MUCH_NEARER = 5;

    private static final double LEAST_SPREAD = 0.06;
    private static final double FEW_SPREAD = 0.25;
    private static final int FEWEST_DISTANCES = 3;
    private static final double TO_DEVIATION = 1.4826;

    static ChartedCourse of(Variable variable, double... values) {
        double[] distances = IntStream.range(0, values.length)
                .mapToDouble(number -> distance(values[number], usual(variable, neighbours(values, number, SIDE))))
                .toArray();
        return new ChartedCourse(variable, values, distances);
    }

    /**
     * Returns true for a value that is far from its neighbours, while the same number with a moved decimal point or in another unit is near
     * to them.
     */
    boolean isMistaken(int number) {
        double[] neighbours = neighbours(values, number, SIDE);
        if (!canBeJudged(number, neighbours)) {
            return false;
        }
        double usual = usual(variable, neighbours);
        double spread = spread(number);
        return distance(values[number], usual) > FAR * spread
                && !isConfirmed(number, spread)
                && new EntryMistakes(variable)
                        .corrections().stream()
                                .mapToDouble(correction -> correction.applyAsDouble(values[number]))
                                .anyMatch(corrected -> isExplained(number, corrected, usual, spread)
                                        && (neighbours.length > FEW_NEIGHBOURS || isMoreUsual(corrected, number)));
    }

    /** Returns false for the first urine, which holds that of the hours before, and for a single value that an injury may have multiplied. */
    private boolean canBeJudged(int number, double... neighbours) {
        boolean firstUrine = number == 0 && variable.name().equals(VariableNames.URINE);
        return values[number] > 0 && !firstUrine && (neighbours.length > 0 || !SteepVariables.contains(variable));
    }

    /** Returns true when the value before or after is near: the last usual value before a deterioration is no mistake. */
    private boolean isConfirmed(int number, double spread) {
        return Arrays.stream(neighbours(values, number, 1))
                .anyMatch(neighbour -> distance(values[number], neighbour) < NEAR * spread);
    }

    private boolean isExplained(int number, double corrected, double usual, double spread) {
        double before = distance(values[number], usual);
        double after = distance(corrected, usual);
        return after < before / 2 && (after < NEAR * spread || after < before / MUCH_NEARER);
    }

    /** Returns true unless the correction leads away from the normal value: 40 beside 350 is a true PaCO2. */
    private boolean isMoreUsual(double corrected, int number) {
        return !(distance(corrected, variable.normal()) > distance(values[number], variable.normal()));
    }

    /** Returns the usual distance of the other values from the median of their neighbours; a quarter where fewer than three give it. */
    private double spread(int number) {
        double[] others = neighbours(distances, number, distances.length);
        return others.length < FEWEST_DISTANCES
                ? FEW_SPREAD
                : Math.max(LEAST_SPREAD, TO_DEVIATION * new RowMedian(others).of(0, others.length));
    }

    private static double usual(Variable variable, double... neighbours) {
        return neighbours.length == 0 ? variable.normal() : new RowMedian(neighbours).of(0, neighbours.length);
    }

    private static double[] neighbours(double[] all, int number, int reach) {
        return IntStream.rangeClosed(Math.max(0, number - reach), Math.min(all.length - 1, number + reach))
                .filter(other -> other != number)
                .mapToDouble(other -> all[other])
                .toArray();
    }
}

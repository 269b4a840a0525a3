package org.vigie.signal.clean;

import java.util.Arrays;
import java.util.List;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;

/**
 * Weighs whether a charted value is a mistaken entry: a moved decimal point, or the number of another unit of the variable.
 *
 * <p>The usual value is the median of the nearest values. Logarithms of true values lie around it with heavy tails (Student's t with three
 * degrees of freedom), with the usual change from one value to the next as scale. They also lie around the variable's normal value, within
 * a factor of three or so. One entry in fifty is taken as mistaken; each mistake is as likely as another one. A value is mistaken when a
 * mistake explains it better than a true change, and better than a mistake in the only other value.
 *
 * <p>Without other values the limits of the variable give the scale, if it has any. A first lactate of 10 is never mistaken.
 */
public final class EntryMistakeOdds {
    private static final double SHARE = 0.02;
    private static final double FREEDOM = 3;
    private static final double TO_DEVIATION = 1.4826;
    private static final double LEAST_SCALE = 0.06;
    /** Scale of the change between two values while few changes are known, and the number of changes that it counts for. */
    private static final double PRIOR_SCALE = 0.2;

    private static final double PRIOR_COUNT = 2;
    private static final double LEAST_FIRST_SCALE = 0.15;

    private final Variable variable;
    private final List<UnitConversion> corrections;

    public EntryMistakeOdds(Variable variable) {
        this.variable = variable;
        this.corrections = new EntryCorrections(variable).all();
    }

    /**
     * Returns true for a value that is probably mistaken.
     *
     * @param nearest values nearest in time; their median is the usual value, and of one or two values the first
     * @param series values in the order of time, for the usual change
     */
    public boolean isMistaken(double value, double[] nearest, double[] series) {
        if (value <= 0 || corrections.isEmpty()) {
            return false;
        }
        double usual = usual(nearest);
        double scale = nearest.length == 0 ? firstScale() : scale(series);
        double isTrue = (1 - SHARE) * odds(value, usual, scale);
        double onlyOtherIsMistaken = nearest.length == 1 ? SHARE / corrections.size() * normality(value) : 0;
        return usual > 0 && mistaken(value, usual, scale) > isTrue + onlyOtherIsMistaken;
    }

    /** Returns true when two values differ by no more than twice the usual change. */
    boolean areNear(double one, double other, double... series) {
        return EntryCorrections.distance(one, other) < 2 * scale(series);
    }

    private double usual(double... nearest) {
        return switch (nearest.length) {
            case 0 -> variable.normal();
            case 1, 2 -> nearest[0];
            default -> median(nearest);
        };
    }

    private double mistaken(double value, double usual, double scale) {
        double sum = 0;
        for (UnitConversion correction : corrections) {
            double corrected = correction.apply(value);
            boolean isNearer =
                    EntryCorrections.distance(corrected, usual) < EntryCorrections.distance(value, usual) / 2;
            if (isNearer && variable.hard().contains(corrected)) {
                sum += SHARE / corrections.size() * odds(corrected, usual, scale);
            }
        }
        return sum;
    }

    /** Returns how well a true value fits the other ones and the variable's normal value. */
    private double odds(double value, double usual, double scale) {
        return density(EntryCorrections.distance(value, usual) / scale) * normality(value);
    }

    /** Returns how near a value is to the variable's normal value. */
    private double normality(double value) {
        return variable.normal() > 0 ? density(EntryCorrections.distance(value, variable.normal())) : 1;
    }

    /** Returns the density of Student's t up to a factor. */
    private static double density(double distance) {
        return Math.pow(1 + distance * distance / FREEDOM, -(FREEDOM + 1) / 2);
    }

    /** Returns the usual change from one value to the next. Few changes are drawn towards the prior scale. */
    private static double scale(double... series) {
        int count = Math.max(0, series.length - 1);
        double[] changes = new double[count];
        Arrays.setAll(changes, place -> EntryCorrections.distance(series[place], series[place + 1]));
        double own = count == 0 ? PRIOR_SCALE : Math.max(LEAST_SCALE, TO_DEVIATION * median(changes));
        return Math.sqrt((count * own * own + PRIOR_COUNT * PRIOR_SCALE * PRIOR_SCALE) / (count + PRIOR_COUNT));
    }

    /** Returns the scale of a first value: a quarter of the alarm limits, or a sixth of the soft range; infinite without both. */
    private double firstScale() {
        double alarm = width(variable.alarm()) / 4;
        return Math.max(LEAST_FIRST_SCALE, Double.isFinite(alarm) ? alarm : width(variable.soft()) / 6);
    }

    private static double width(ValueRange range) {
        return EntryCorrections.distance(range.low(), range.high());
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package org.vigie.bench.variability;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds one sign of one stay at even steps.
 *
 * @param values in the catalogue's unit; NaN where the step has no plausible value
 */
record EvenSeries(double[] values) {
    private static final int FEWEST_PAIRS = 6;

    /** Half of the values of a normal distribution lie within this many standard deviations. */
    private static final double MEDIAN_DEVIATION = 0.6745;

    /** Takes the first plausible value of each step of a recording. */
    static EvenSeries of(StayRecording recording, String variable, long stepSeconds) {
        Variable known = VariableCatalogue.standard().get(variable);
        double[] values = new double[(int) (recording.length().toSeconds() / stepSeconds) + 1];
        Arrays.fill(values, Double.NaN);
        for (RecordedRow row : recording.rows()) {
            int step = (int) (row.at().toSeconds() / stepSeconds);
            for (RecordedValue value : row.values()) {
                if (value.variable().equals(variable) && isFree(values, step)) {
                    values[step] = plausible(known, value);
                }
            }
        }
        return new EvenSeries(values);
    }

    /** A record of BIDMC begins a second early. */
    private static boolean isFree(double[] values, int step) {
        return step >= 0 && step < values.length && Double.isNaN(values[step]);
    }

    private static double plausible(Variable variable, RecordedValue value) {
        double number = variable.conversionFrom(value.unit())
                .map(conversion -> conversion.apply(value.value().orElse(Double.NaN)))
                .orElse(Double.NaN);
        return variable.soft().contains(number) ? number : Double.NaN;
    }

    /** Returns this series minus another one. */
    EvenSeries minus(EvenSeries other) {
        int size = Math.min(values.length, other.values.length);
        return new EvenSeries(IntStream.range(0, size)
                .mapToDouble(step -> values[step] - other.values[step])
                .toArray());
    }

    int count() {
        return (int) known().count();
    }

    double median() {
        double[] sorted = known().sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Returns the standard deviation. */
    double deviation() {
        double mean = known().average().orElse(0);
        return Math.sqrt(
                known().map(value -> (value - mean) * (value - mean)).average().orElse(0));
    }

    /** Returns the mean square of the change over a number of steps; empty with too few pairs. */
    OptionalDouble meanSquareChange(int steps) {
        double[] changes = changes(steps);
        return changes.length < FEWEST_PAIRS
                ? OptionalDouble.empty()
                : DoubleStream.of(changes).map(change -> change * change).average();
    }

    /** Returns the same from the median change. Rare large changes, which are events or errors, then have no weight. */
    OptionalDouble typicalSquareChange(int steps) {
        double[] changes =
                DoubleStream.of(changes(steps)).map(Math::abs).sorted().toArray();
        if (changes.length < FEWEST_PAIRS) {
            return OptionalDouble.empty();
        }
        double deviation = changes[changes.length / 2] / MEDIAN_DEVIATION;
        return OptionalDouble.of(deviation * deviation);
    }

    private double[] changes(int steps) {
        return IntStream.range(0, Math.max(0, values.length - steps))
                .mapToDouble(step -> values[step + steps] - values[step])
                .filter(change -> !Double.isNaN(change))
                .toArray();
    }

    /** Returns the number of times at which the value leaves a range. */
    long crossings(ValueRange range) {
        return IntStream.range(1, values.length)
                .filter(step -> range.contains(values[step - 1]) && isOutside(range, values[step]))
                .count();
    }

    /** Returns the number of values outside a range. */
    long outside(ValueRange range) {
        return known().filter(value -> isOutside(range, value)).count();
    }

    private static boolean isOutside(ValueRange range, double value) {
        return !Double.isNaN(value) && !range.contains(value);
    }

    private DoubleStream known() {
        return DoubleStream.of(values).filter(value -> !Double.isNaN(value));
    }
}

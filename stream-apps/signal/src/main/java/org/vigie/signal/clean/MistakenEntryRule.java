package org.vigie.signal.clean;

import static org.vigie.signal.clean.EntryMistakes.distance;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/**
 * Detects a charted value that is far from the values before it, while the same number with a moved decimal point or in another unit of the
 * variable is near to them. Distances are those of logarithms. The next value confirms it when it is near.
 *
 * <p>Values that are less than a minute apart come from a monitor and are not charted. A monitor may also send a streamed variable once a
 * minute: such a variable is charted when its values are at least five minutes apart, so that the first low pressure of an arrest is kept.
 *
 * <p>One value before this one is judged by {@link SecondEntryRule}. Two values count when they are near each other, with a wide spread.
 * Where an injury multiplies a true value within hours ({@link SteepVariables}), three values are needed. Of urine only a number in litres
 * is a mistake, because its true hourly values differ by a factor of ten.
 *
 * <p>A value that is possible and lies beyond the alarm limits is never a mistake, because nobody would be called while it is suspect: the
 * five breaths of a patient who took forty before.
 *
 * @param seen reported values before this one
 */
record MistakenEntryRule(Variable variable, ChannelHistory seen) {
    private static final Duration CHARTED = Duration.ofMinutes(1);
    private static final Duration CHARTED_VITAL_SIGN = Duration.ofMinutes(5);
    private static final int BEFORE = 3;
    private static final int FEWEST = 2;
    /** Spread where two values alone give it: half as much again is near, and less than three times as much is not far. */
    private static final double FEW_SPREAD = .25;

    private static final int USED = 12;
    private static final double FAR = 4;
    private static final double NEAR = 2;
    private static final double LEAST_SPREAD = .06;
    private static final double TO_DEVIATION = 1.4826;

    boolean applies(double value) {
        if (value <= 0 || isPossibleAlarm(value)) {
            return false;
        }
        double[] earlier = earlier();
        if (earlier.length < (SteepVariables.contains(variable) ? BEFORE : FEWEST)) {
            return earlier.length == 1
                    && new SecondEntryRule(variable, earlier[0]).applies(value)
                    && !isConfirmed(value, FEW_SPREAD);
        }
        return isFar(value, earlier);
    }

    private boolean isPossibleAlarm(double value) {
        return variable.soft().contains(value) && !variable.alarm().contains(value);
    }

    private boolean isFar(double value, double... earlier) {
        double spread = spread(earlier);
        double usual = median(Arrays.copyOf(earlier, Math.min(BEFORE, earlier.length)));
        double distance = distance(value, usual);
        return distance > FAR * spread && !isConfirmed(value, spread) && isCorrectable(value, usual, spread, distance);
    }

    /** Returns true for a value that comes from a monitor and is not charted. */
    boolean isStreamed(Instant at) {
        Duration charted = variable.sampling() == SamplingMode.CONTINUOUS ? CHARTED_VITAL_SIGN : CHARTED;
        return !seen.reported().isEmpty()
                && Duration.between(seen.latest(), at).abs().compareTo(charted) < 0;
    }

    /** Returns the newest kept values, the newest first. */
    private double[] earlier() {
        return seen.reported().stream()
                .filter(reported -> reported.disposition() == ValueDisposition.KEPT && reported.value() > 0)
                .mapToDouble(ReportedValue::value)
                .limit(USED)
                .toArray();
    }

    /** Returns the usual distance of a value from the next one. */
    private static double spread(double... values) {
        double[] changes = new double[values.length - 1];
        Arrays.setAll(changes, place -> distance(values[place], values[place + 1]));
        double least = values.length < BEFORE ? FEW_SPREAD : LEAST_SPREAD;
        return Math.max(least, TO_DEVIATION * median(changes));
    }

    /** Returns true when the value before lies near this one, even if it was suspect. */
    private boolean isConfirmed(double value, double spread) {
        return seen.reported().stream()
                .filter(ReportedValue::stands)
                .findFirst()
                .filter(last -> distance(last.value(), value) < NEAR * spread)
                .isPresent();
    }

    private boolean isCorrectable(double value, double usual, double spread, double distance) {
        return corrections().stream()
                .mapToDouble(correction -> distance(correction.applyAsDouble(value), usual))
                .anyMatch(corrected -> corrected < NEAR * spread && corrected < distance / 2);
    }

    private List<DoubleUnaryOperator> corrections() {
        EntryMistakes mistakes = new EntryMistakes(variable);
        return variable.name().equals(VariableNames.URINE) ? mistakes.unitCorrections() : mistakes.corrections();
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

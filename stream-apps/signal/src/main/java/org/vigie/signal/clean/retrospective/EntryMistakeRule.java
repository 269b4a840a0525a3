package org.vigie.signal.clean.retrospective;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Marks charted values that are impossible, and values that are far from the patient's other values, and from the value before and after,
 * while the same number with a moved decimal point or in another unit is near to them. Distances are those of logarithms.
 */
final class EntryMistakeRule implements RetrospectiveRule {
    private static final int SIDE = 3;
    private static final double FAR = 4;
    private static final double NEAR = 2;
    private static final double LEAST_SPREAD = 0.06;
    private static final double FEW_SPREAD = 0.25;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        for (int place = 0; place < recording.signals().variables().size(); place++) {
            Variable variable = VariableCatalogue.standard()
                    .get(recording.signals().variables().get(place));
            markMistakes(variable, recording.values(place), place, marks);
        }
    }

    private static void markMistakes(Variable variable, double[] values, int place, CellMarks marks) {
        int[] rows = recordedRows(values);
        double[] recorded = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
        List<DoubleUnaryOperator> corrections = corrections(variable);
        for (int number = 0; number < rows.length; number++) {
            boolean impossible = !variable.hard().contains(recorded[number]);
            if (impossible || isMistaken(variable, recorded, number, corrections)) {
                marks.mark(place, rows[number]);
            }
        }
    }

    private static int[] recordedRows(double... values) {
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
    }

    /** Returns what makes a true value of a mistaken one. */
    private static List<DoubleUnaryOperator> corrections(Variable variable) {
        Stream<DoubleUnaryOperator> point = new EntryMistakes(variable).of(EntryMistake.DECIMAL_SLIP).stream();
        return Stream.concat(point, new EntryMistakes(variable).corrections().stream())
                .toList();
    }

    private static boolean isMistaken(
            Variable variable, double[] recorded, int number, List<DoubleUnaryOperator> corrections) {
        double[] others = others(recorded, number, SIDE);
        double usual = others.length == 0 ? variable.normal() : new RowMedian(others).of(0, others.length);
        double spread = spread(others(recorded, number, recorded.length));
        double distance = distance(recorded[number], usual);
        return distance > FAR * spread
                && !isConfirmed(recorded, number, spread)
                && corrections.stream()
                        .mapToDouble(correction -> distance(correction.applyAsDouble(recorded[number]), usual))
                        .anyMatch(corrected -> corrected < NEAR * spread && corrected < distance / 2);
    }

    /** Returns true when the value before or after is near: the last usual value before a deterioration is no mistake. */
    private static boolean isConfirmed(double[] recorded, int number, double spread) {
        return Arrays.stream(others(recorded, number, 1))
                .anyMatch(neighbour -> distance(recorded[number], neighbour) < NEAR * spread);
    }

    private static double[] others(double[] recorded, int number, int reach) {
        return IntStream.rangeClosed(Math.max(0, number - reach), Math.min(recorded.length - 1, number + reach))
                .filter(other -> other != number)
                .mapToDouble(other -> recorded[other])
                .toArray();
    }

    /** Returns the usual distance of a value from the next one; a quarter where fewer than three values give it. */
    private static double spread(double[] others) {
        double[] changes = IntStream.range(1, others.length)
                .mapToDouble(number -> distance(others[number], others[number - 1]))
                .toArray();
        return changes.length < 2
                ? FEW_SPREAD
                : Math.max(LEAST_SPREAD, 1.4826 * new RowMedian(changes).of(0, changes.length));
    }

    private static double distance(double one, double other) {
        return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Double.POSITIVE_INFINITY;
    }
}

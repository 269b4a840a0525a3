package org.vigie.bench.artefacts;

import java.util.stream.IntStream;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.EntryMistakeOdds;

/** Marks charted values that are impossible, and those that are probably mistaken entries, from the values on both sides. */
final class EntryMistakeRule implements RetrospectiveRule {
    private static final int SIDE = 3;
    private static final int USED = 12;

    @Override
    public void mark(SeenRecording recording, CellMarks marks) {
        for (int place = 0; place < recording.signals().variables().size(); place++) {
            Variable variable = VariableCatalogue.standard()
                    .get(recording.signals().variables().get(place));
            markMistakes(variable, recording.values(place), place, marks);
        }
    }

    private static void markMistakes(Variable variable, double[] values, int place, CellMarks marks) {
        var odds = new EntryMistakeOdds(variable);
        int[] rows = recordedRows(values);
        double[] recorded = IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
        for (int number = 0; number < rows.length; number++) {
            boolean impossible = !variable.hard().contains(recorded[number]);
            if (impossible
                    || odds.isMistaken(
                            recorded[number], others(recorded, number, SIDE), others(recorded, number, USED))) {
                marks.mark(place, rows[number]);
            }
        }
    }

    private static int[] recordedRows(double... values) {
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
    }

    /** Returns the values around a number, at most {@code reach} on each side. */
    private static double[] others(double[] recorded, int number, int reach) {
        return IntStream.rangeClosed(Math.max(0, number - reach), Math.min(recorded.length - 1, number + reach))
                .filter(other -> other != number)
                .mapToDouble(other -> recorded[other])
                .toArray();
    }
}

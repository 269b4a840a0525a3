package org.vigie.signal.clean.retrospective;

import java.util.stream.IntStream;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Marks charted values that are impossible, and those that {@link ChartedCourse} takes for mistaken entries. */
final class EntryMistakeRule implements RetrospectiveRule {
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
        ChartedCourse course = ChartedCourse.of(variable, recorded);
        for (int number = 0; number < rows.length; number++) {
            if (!variable.hard().contains(recorded[number]) || course.isMistaken(number)) {
                marks.mark(place, rows[number]);
            }
        }
    }

    private static int[] recordedRows(double... values) {
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
    }
}

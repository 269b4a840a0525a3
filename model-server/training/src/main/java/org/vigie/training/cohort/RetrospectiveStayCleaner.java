package org.vigie.training.cohort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.signal.clean.retrospective.ArtefactDetector;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.RetrospectiveDetector;
import org.vigie.signal.clean.retrospective.SeenRecording;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Removes the charted values of recorded stays that the retrospective detector takes for artefacts. */
public final class RetrospectiveStayCleaner {
    private final ArtefactDetector detector = new RetrospectiveDetector();

    /** Returns the stay without its artefacts. */
    public RecordedStay cleaned(RecordedStay stay) {
        List<RecordedMeasurement> measurements = stay.measurements();
        List<String> variables = measurements.stream()
                .map(measurement -> measurement.variable().name())
                .distinct()
                .sorted()
                .toList();
        int[] rows = rows(measurements, variables);
        CellMarks marks = detector.artefacts(SeenRecording.of(grid(measurements, variables, rows)));
        List<RecordedMeasurement> kept = IntStream.range(0, rows.length)
                .filter(number -> !marks.at(place(measurements.get(number), variables), rows[number]))
                .mapToObj(measurements::get)
                .toList();
        return new RecordedStay(stay.id(), stay.statics(), kept);
    }

    /** Returns the row of each measurement in the order of time. A second value of a variable at the same time has a row of its own. */
    private static int[] rows(List<RecordedMeasurement> measurements, List<String> variables) {
        int[] rows = new int[measurements.size()];
        TreeMap<Duration, List<Integer>> byTime = new TreeMap<>();
        for (int number = 0; number < rows.length; number++) {
            byTime.computeIfAbsent(measurements.get(number).since(), time -> new ArrayList<>())
                    .add(number);
        }
        int first = 0;
        for (List<Integer> same : byTime.values()) {
            int[] used = new int[variables.size()];
            for (int number : same) {
                rows[number] = first + used[place(measurements.get(number), variables)]++;
            }
            first += Arrays.stream(used).max().orElseThrow();
        }
        return rows;
    }

    private static SignalGrid grid(List<RecordedMeasurement> measurements, List<String> variables, int... rows) {
        int count = Arrays.stream(rows).max().orElse(-1) + 1;
        long[] seconds = new long[count];
        double[][] values = new double[variables.size()][count];
        Arrays.stream(values).forEach(all -> Arrays.fill(all, Double.NaN));
        for (int number = 0; number < rows.length; number++) {
            RecordedMeasurement measurement = measurements.get(number);
            seconds[rows[number]] = measurement.since().toSeconds();
            values[place(measurement, variables)][rows[number]] = measurement.value();
        }
        return new SignalGrid("chart", false, variables, seconds, values);
    }

    private static int place(RecordedMeasurement measurement, List<String> variables) {
        return variables.indexOf(measurement.variable().name());
    }
}

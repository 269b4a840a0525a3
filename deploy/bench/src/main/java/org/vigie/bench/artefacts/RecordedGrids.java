package org.vigie.bench.artefacts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.datasets.BidmcReader;
import org.vigie.recordings.datasets.Physionet2012Reader;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Reads the grids of the data sets: BIDMC second by second, PhysioNet-2012 as charts. */
record RecordedGrids(Path directory) {
    /** Reads all recordings of BIDMC. */
    List<SignalGrid> monitored() throws IOException {
        return BidmcReader.read(directory).stream()
                .map(recording -> grid(recording, "bidmc"))
                .toList();
    }

    /** Reads the first stays of PhysioNet-2012, set A. */
    List<SignalGrid> charted(int stays) throws IOException {
        return Physionet2012Reader.read(directory, 0, stays).stream()
                .map(recording -> grid(recording, "physionet2012"))
                .filter(grid -> !grid.variables().isEmpty())
                .toList();
    }

    private static SignalGrid grid(StayRecording recording, String source) {
        List<String> variables = variables(recording);
        List<RecordedRow> rows = recording.rows();
        double[][] values = new double[variables.size()][rows.size()];
        Arrays.stream(values).forEach(all -> Arrays.fill(all, Double.NaN));
        for (int row = 0; row < rows.size(); row++) {
            fill(values, variables, rows.get(row), row);
        }
        long[] seconds = rows.stream().mapToLong(row -> row.at().toSeconds()).toArray();
        return new SignalGrid(source, recording.continuous(), variables, seconds, values);
    }

    private static List<String> variables(StayRecording recording) {
        return recording.rows().stream()
                .flatMap(row -> row.values().stream())
                .map(RecordedValue::variable)
                .filter(variable -> VariableCatalogue.standard().find(variable).isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    private static void fill(double[][] values, List<String> variables, RecordedRow recorded, int row) {
        for (RecordedValue value : recorded.values()) {
            int place = variables.indexOf(value.variable());
            if (place >= 0 && value.value().isPresent()) {
                Variable variable = VariableCatalogue.standard().get(value.variable());
                values[place][row] = variable.conversionFrom(value.unit())
                        .map(unit -> unit.apply(value.value().getAsDouble()))
                        .orElse(Double.NaN);
            }
        }
    }
}

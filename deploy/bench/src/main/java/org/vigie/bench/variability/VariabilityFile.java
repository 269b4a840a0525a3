package org.vigie.bench.variability;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.simulator.patient.VariabilityTable.VariabilityRow;

/** Represents the table of fitted numbers in the source tree of the simulator. */
record VariabilityFile(Path file) {
    private static final String PLACE =
            "stream-apps/bedside-simulator/src/main/resources/org/vigie/simulator/patient/variability.csv";

    static VariabilityFile in(Path root) {
        return new VariabilityFile(root.resolve(PLACE));
    }

    /** Replaces the table. */
    void write(List<VariabilityRow> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("sign", "parameter", "key", "value", "source");
            rows.forEach(row -> csv.writeRecord(
                    row.sign(), row.parameter(), row.key(), Double.toString(row.value()), row.source()));
        }
    }
}

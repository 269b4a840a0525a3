package org.vigie.replay.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Writes the files that explain an export: its columns, and the variables with their units. */
record DataDictionary(List<? extends ExportTable<?>> tables) {
    static final String COLUMNS = "dictionary.csv";
    static final String VARIABLES = "variables.csv";

    /** @throws IOException when a file cannot be written */
    void write(Path directory) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(directory.resolve(COLUMNS))) {
            csv.writeRecord("table", "column", "type", "meaning");
            for (ExportTable<?> table : tables) {
                csv.writeRecord(table.name(), "", "", table.meaning());
                table.columns()
                        .forEach(column -> csv.writeRecord(
                                table.name(), column.name(), column.type().sql(), column.meaning()));
            }
        }
        try (CsvWriter csv = CsvWriter.builder().build(directory.resolve(VARIABLES))) {
            csv.writeRecord("variable", "unit", "name_en", "name_fr", "loinc", "mdc");
            for (Variable each : VariableCatalogue.standard().all()) {
                csv.writeRecord(each.name(), each.unit(), each.labelEn(), each.labelFr(), each.loinc(), each.mdc());
            }
        }
    }
}

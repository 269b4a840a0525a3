package org.vigie.terminology;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Reads a CSV table from the resources of this package.
 *
 * @param name name of the file: {@code codes.csv}
 */
record CodeTable(String name) {
    List<NamedCsvRecord> rows() {
        try (InputStream csv = Objects.requireNonNull(CodeTable.class.getResourceAsStream(name), name);
                var text = new InputStreamReader(csv, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables beside these classes. */
final class CodeTables {
    private CodeTables() {}

    static List<NamedCsvRecord> rows(String name) {
        try (InputStream csv = Objects.requireNonNull(CodeTables.class.getResourceAsStream(name), name);
                var text = new InputStreamReader(csv, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

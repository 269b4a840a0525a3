package org.vigie.triage.training.visit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.vigie.triage.feature.TriageVisit;

/**
 * Reads visits from a file with the columns of the KTAS file, in any order. Columns may be missing; other columns are ignored. The
 * separator is {@code ;}, comma or tab; a number may have a decimal comma.
 */
public record VisitFile(Path file) {
    /**
     * Holds one visit of the file.
     *
     * @param line in the file; the header is line 1
     * @param id of the column id, visit_id or stay_id, else the number of the visit from 1
     * @param unused cells with implausible values, as {@code HR '900'}
     * @param level the experts' level, 1 to 5; 0 when missing
     */
    public record VisitRow(long line, String id, TriageVisit visit, List<String> unused, int level) {
        public VisitRow {
            unused = List.copyOf(unused);
        }
    }

    /** @throws VisitFileException naming line and column */
    public List<VisitRow> read() throws IOException {
        VisitFileText text = VisitFileText.read(file);
        List<VisitRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = reader(text)) {
            read(records.iterator(), rows);
        } catch (CsvParseException e) {
            throw new VisitFileException(file + ":" + next(rows) + ": " + e.getMessage() + cause(e), e);
        }
        return rows;
    }

    private static CsvReader<CsvRecord> reader(VisitFileText text) {
        return CsvReader.builder()
                .fieldSeparator(text.separator())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.text());
    }

    /** Adds the rows one by one, so that those before a fault are known. */
    private void read(Iterator<CsvRecord> records, List<VisitRow> rows) throws VisitFileException {
        if (!records.hasNext()) {
            throw new VisitFileException(file + ":1: is empty, must begin with the columns' names");
        }
        VisitFileHeader header =
                VisitFileHeader.of(file.toString(), records.next().getFields());
        while (records.hasNext()) {
            rows.add(header.row(records.next(), rows.size() + 1));
        }
    }

    private static long next(List<VisitRow> rows) {
        return rows.isEmpty() ? 2 : rows.get(rows.size() - 1).line() + 1;
    }

    private static String cause(CsvParseException e) {
        return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    }
}

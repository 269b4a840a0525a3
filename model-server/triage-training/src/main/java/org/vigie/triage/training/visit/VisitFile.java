package org.vigie.triage.training.visit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.triage.feature.TriageVisit;

/**
 * Visits with the columns of the KTAS file, in any order; columns may be missing, others are not read. Separated by {@code ;}, comma or
 * tab; a number may have a decimal comma.
 */
public final class VisitFile {
    private VisitFile() {}

    /**
     * One visit of the file, in its order.
     *
     * @param line in the file, the heading is line 1
     * @param id of the column id, visit_id or stay_id, else the number of the visit from 1
     * @param unused cells that were not believed, as {@code HR '900'}
     * @param level the experts' level, 1 to 5; 0 when it is not told
     */
    public record VisitRow(long line, String id, TriageVisit visit, List<String> unused, int level) {
        public VisitRow {
            unused = List.copyOf(unused);
        }
    }

    /** @throws VisitFileException naming line and column */
    public static List<VisitRow> read(Path file) throws IOException {
        String text = VisitFileText.read(file);
        char separator = VisitFileText.separator(text);
        List<VisitRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            VisitFileHeader header = null;
            for (CsvRecord cells : records) {
                if (header == null) {
                    header = VisitFileHeader.of(file.toString(), cells.getFields());
                } else {
                    rows.add(header.row(cells, rows.size() + 1));
                }
            }
            if (header == null) {
                throw new VisitFileException(file + ":1: is empty, must begin with the columns' names");
            }
        } catch (CsvParseException e) {
            throw new VisitFileException(file + ":" + next(rows) + ": " + e.getMessage() + cause(e), e);
        }
        return rows;
    }

    private static long next(List<VisitRow> rows) {
        return rows.isEmpty() ? 2 : rows.get(rows.size() - 1).line() + 1;
    }

    private static String cause(CsvParseException e) {
        return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    }
}

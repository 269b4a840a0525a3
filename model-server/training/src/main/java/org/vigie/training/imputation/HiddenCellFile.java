package org.vigie.training.imputation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.vigie.inference.imputation.HiddenCell;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.training.cohort.Physionet2012Units;

/**
 * Reads a file of hidden cells: {@code RecordID,hour,variable,value}, with the names and units of PhysioNet-2012. A name that ends in {@code
 * .gz} is unpacked.
 */
public record HiddenCellFile(Path file) {
    private static final List<String> HEADER = List.of("RecordID", "hour", "variable", "value");

    /**
     * Returns the hidden cells by stay.
     *
     * @throws IOException naming the file and the line, when it cannot be read or a line is not a cell
     */
    public Map<Integer, List<HiddenCell>> read() throws IOException {
        Map<Integer, List<HiddenCell>> byStay = new HashMap<>();
        try (Reader text = new InputStreamReader(open(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                HiddenCell cell = cell(row);
                byStay.computeIfAbsent(cell.stay(), ignored -> new ArrayList<>())
                        .add(cell);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(file + ": cannot be read as CSV: " + e.getMessage(), e);
        }
        if (byStay.isEmpty()) {
            throw new IOException(file + ": holds no hidden cell; expected lines " + String.join(",", HEADER));
        }
        return byStay;
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private HiddenCell cell(NamedCsvRecord row) throws IOException {
        if (!row.getHeader().equals(HEADER)) {
            throw wrong(row, "the header must be " + String.join(",", HEADER));
        }
        try {
            int stay = Integer.parseInt(row.getField(0));
            int hour = Integer.parseInt(row.getField(1));
            return new HiddenCell(stay, place(row, hour), value(row));
        } catch (NumberFormatException e) {
            throw wrong(row, "expected a stay, an hour, a variable and a number, was " + row.getFields());
        }
    }

    private int place(NamedCsvRecord row, int hour) throws IOException {
        int column = ImputationGrid.column(variable(row));
        if (hour < 0 || hour >= ImputationGrid.HOURS || column < 0) {
            throw wrong(row, "the grid has no cell for hour " + hour + " of " + row.getField(2));
        }
        return hour * ImputationGrid.COLUMNS + column;
    }

    private double value(NamedCsvRecord row) throws IOException {
        String unit = Physionet2012Units.unit(variable(row));
        return variable(row).conversionFrom(unit).orElseThrow().apply(Double.parseDouble(row.getField(3)));
    }

    private Variable variable(NamedCsvRecord row) throws IOException {
        return VariableCatalogue.standard()
                .findChallenge2012(row.getField(2))
                .filter(known -> known.series().isPresent())
                .orElseThrow(() -> wrong(row, "PhysioNet-2012 has no series '" + row.getField(2) + "'"));
    }

    private IOException wrong(NamedCsvRecord row, String problem) {
        return new IOException(file + ":" + row.getStartingLineNumber() + ": " + problem);
    }
}

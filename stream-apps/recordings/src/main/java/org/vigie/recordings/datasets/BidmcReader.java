package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvNumberFormat;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.io.TarArchiveReader;
import org.vigie.schemas.variable.VariableNames;

/**
 * Reads BIDMC PPG and Respiration 1.0.0 (Pimentel 2017): eight minutes of monitor numerics at 1 Hz, {@code NaN} where the monitor gave no
 * value; column names with a leading blank.
 */
public final class BidmcReader {
    private static final String ARCHIVE = "bidmc/bidmc_csv-numerics-01-40.tar.gz";
    private static final Map<String, String> COLUMNS = Map.of(
            "HR",
            VariableNames.HR,
            "PULSE",
            VariableNames.PULSE_SPO2,
            "RESP",
            VariableNames.RR,
            "SpO2",
            VariableNames.SPO2);

    private BidmcReader() {}

    /** Returns true when the archive lies in a folder. */
    public static boolean isIn(Path directory) {
        return directory.resolve(ARCHIVE).toFile().isFile();
    }

    /** Reads all records, in the order of their numbers. */
    public static List<StayRecording> read(Path directory) throws IOException {
        Map<String, List<RecordedRow>> rows = new TreeMap<>();
        Map<String, RecordedPatient> persons = new LinkedHashMap<>();
        TarArchiveReader.read(directory.resolve(ARCHIVE), (name, text) -> {
            add(name, text, rows, persons);
            return true;
        });
        return rows.keySet().stream()
                .map(record -> recording(record, persons.get(record), rows.get(record)))
                .toList();
    }

    private static void add(
            String name, String text, Map<String, List<RecordedRow>> rows, Map<String, RecordedPatient> persons) {
        String record = name.replaceAll(".*(bidmc_\\d+)_.*", "$1");
        if (name.endsWith("_Numerics.csv")) {
            rows.put(record, CsvTables.rows(text).map(BidmcReader::row).toList());
        } else if (name.endsWith("_Fix.txt")) {
            persons.put(record, BidmcPatient.parse(text));
        }
    }

    private static StayRecording recording(String record, RecordedPatient person, List<RecordedRow> rows) {
        Duration length = Duration.ofSeconds(rows.size());
        return new StayRecording("bidmc", record, person, rows, length, true, Optional.empty(), leftOut(rows));
    }

    private static List<LeftOutEntry> leftOut(List<RecordedRow> rows) {
        LeftOutCollector leftOut = new LeftOutCollector();
        for (RecordedRow row : rows) {
            for (RecordedValue value : row.values()) {
                if (value.value().isEmpty()) {
                    leftOut.add(value.channel(), "NaN", "no number", row.at().toSeconds() + " s");
                }
            }
        }
        return leftOut.toList();
    }

    private static RecordedRow row(NamedCsvRecord record) {
        Map<String, String> fields = record.getFieldsAsMap();
        List<RecordedValue> values = fields.entrySet().stream()
                .filter(field -> COLUMNS.containsKey(field.getKey().strip()))
                .map(field -> value(field.getKey().strip(), field.getValue().strip()))
                .toList();
        return new RecordedRow(Duration.ofSeconds((long) Double.parseDouble(fields.get("Time [s]"))), values);
    }

    private static RecordedValue value(String column, String field) {
        String variable = COLUMNS.get(column);
        String unit = variable.equals(VariableNames.SPO2) ? "%" : "/min";
        return new RecordedValue(variable, number(field), unit, column);
    }

    private static OptionalDouble number(String field) {
        return Double.isNaN(CsvNumberFormat.published(field))
                ? OptionalDouble.empty()
                : OptionalDouble.of(CsvNumberFormat.published(field));
    }
}

package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;

/**
 * BIDMC PPG and Respiration 1.0.0 (Pimentel 2017): eight minutes of monitor numerics at 1 Hz, {@code NaN} where the monitor gave no
 * value; column names with a leading blank.
 */
public final class BidmcReader {
    private static final String ARCHIVE = "bidmc/bidmc_csv-numerics-01-40.tar.gz";
    private static final Map<String, String> COLUMNS =
            Map.of("HR", "hr", "PULSE", "pulse_spo2", "RESP", "rr", "SpO2", "spo2");

    private BidmcReader() {}

    public static boolean isIn(Path directory) {
        return directory.resolve(ARCHIVE).toFile().isFile();
    }

    /** All records, in the order of their numbers. */
    public static List<StayRecording> read(Path directory) throws IOException {
        Map<String, List<RecordedRow>> rows = new TreeMap<>();
        Map<String, RecordedPatient> persons = new LinkedHashMap<>();
        TarArchiveReader.read(directory.resolve(ARCHIVE), (name, text) -> {
            String record = name.replaceAll(".*(bidmc_\\d+)_.*", "$1");
            if (name.endsWith("_Numerics.csv")) {
                rows.put(record, CsvTables.rows(text).map(BidmcReader::row).toList());
            } else if (name.endsWith("_Fix.txt")) {
                persons.put(record, person(text));
            }
            return true;
        });
        List<StayRecording> recordings = new ArrayList<>();
        rows.forEach((record, read) -> recordings.add(new StayRecording(
                "bidmc",
                record,
                persons.get(record),
                read,
                Duration.ofSeconds(read.size()),
                true,
                Optional.empty(),
                leftOut(read))));
        return recordings;
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
        List<RecordedValue> values = new ArrayList<>();
        Map<String, String> fields = record.getFieldsAsMap();
        fields.forEach((name, field) -> {
            String variable = COLUMNS.get(name.strip());
            if (variable != null) {
                values.add(new RecordedValue(
                        variable, number(field.strip()), variable.equals("spo2") ? "%" : "/min", name.strip()));
            }
        });
        return new RecordedRow(Duration.ofSeconds((long) Double.parseDouble(fields.get("Time [s]"))), values);
    }

    private static OptionalDouble number(String field) {
        return Double.isNaN(CsvNumberFormat.published(field))
                ? OptionalDouble.empty()
                : OptionalDouble.of(CsvNumberFormat.published(field));
    }

    private static RecordedPatient person(String fix) {
        Map<String, String> facts = new LinkedHashMap<>();
        fix.lines()
                .filter(line -> line.contains(": "))
                .forEach(line -> facts.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 2).strip()));
        return new RecordedPatient(
                age(facts.getOrDefault("Age", "")),
                sex(facts.getOrDefault("Gender", "")),
                null,
                null,
                unitKind(facts.getOrDefault("Location", "")));
    }

    /** Ages of 90 and more are given as {@code 90+}. */
    private static Double age(String field) {
        String digits = field.replaceAll("\\D", "");
        return digits.isEmpty() ? null : Double.valueOf(digits);
    }

    private static AdministrativeSexRecord sex(String field) {
        return switch (field) {
            case "F" -> AdministrativeSexRecord.FEMALE;
            case "M" -> AdministrativeSexRecord.MALE;
            default -> AdministrativeSexRecord.UNKNOWN;
        };
    }

    private static UnitTypeRecord unitKind(String location) {
        return switch (location) {
            case "ccu" -> UnitTypeRecord.CORONARY;
            case "csru" -> UnitTypeRecord.CARDIAC_SURGERY;
            case "micu" -> UnitTypeRecord.MEDICAL;
            case "sicu" -> UnitTypeRecord.SURGICAL;
            default -> UnitTypeRecord.UNKNOWN;
        };
    }
}

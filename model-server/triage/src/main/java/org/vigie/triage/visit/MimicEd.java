package org.vigie.triage.visit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.vigie.triage.visit.VisitFile.Row;

/**
 * Visits of MIMIC-IV-ED as the KTAS file would tell them. Age, mental state and injury are not in it; who walked in came by his own means
 * (3). Its level is an Emergency Severity Index, not a KTAS level.
 */
public final class MimicEd {
    private static final Map<String, Input> VITALS = Map.of(
            "heartrate", Input.HR,
            "resprate", Input.RR,
            "o2sat", Input.SPO2,
            "sbp", Input.SBP,
            "dbp", Input.DBP);
    private static final Map<String, Double> ARRIVALS = Map.of("AMBULANCE", 2.0, "HELICOPTER", 2.0, "WALK IN", 3.0);
    /** Some temperatures of the Fahrenheit column are in Celsius. */
    private static final double FAHRENHEIT = 80;

    private MimicEd() {}

    /** The visits with a level, out of {@code triage.csv.gz} and {@code edstays.csv.gz}. */
    public static List<Row> read(Path folder) throws IOException {
        Map<String, NamedCsvRecord> stays = new HashMap<>();
        rows(folder.resolve("edstays.csv.gz")).forEach(stay -> stays.put(stay.getField("stay_id"), stay));
        List<Row> visits = new ArrayList<>();
        for (NamedCsvRecord triage : rows(folder.resolve("triage.csv.gz"))) {
            if (!triage.getField("acuity").isEmpty()) {
                visits.add(row(triage, stays.get(triage.getField("stay_id"))));
            }
        }
        return visits;
    }

    private static Row row(NamedCsvRecord triage, NamedCsvRecord stay) {
        Map<Input, Double> known = Visit.nothingKnown();
        VITALS.forEach((column, input) -> Visit.put(known, input, number(triage, column)));
        double temperature = number(triage, "temperature");
        Visit.put(known, Input.TEMP, temperature > FAHRENHEIT ? (temperature - 32) / 1.8 : temperature);
        double pain = number(triage, "pain");
        Visit.put(known, Input.NRS, pain);
        Visit.put(known, Input.PAIN, Math.signum(pain));
        Visit.put(known, Input.SEX, stay.getField("gender").equals("F") ? 1 : 2);
        Visit.put(known, Input.ARRIVAL, ARRIVALS.getOrDefault(stay.getField("arrival_transport"), Double.NaN));
        return new Row(
                triage.getStartingLineNumber(),
                triage.getField("stay_id"),
                new Visit(known, triage.getField("chiefcomplaint")),
                List.of(),
                (int) number(triage, "acuity"));
    }

    private static double number(NamedCsvRecord row, String column) {
        try {
            return Double.parseDouble(row.getField(column));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                var text = new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        }
    }
}

package org.vigie.triage.training.visit;

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
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;
import org.vigie.triage.training.visit.VisitFile.VisitRow;

/**
 * Reads the visits of MIMIC-IV-ED with the inputs of the KTAS file. Age, mental state and injury are missing there. A patient who walked in
 * counts as arrived by private car (3). The level is an Emergency Severity Index, not a KTAS level.
 *
 * @param folder holds {@code triage.csv.gz} and {@code edstays.csv.gz}
 */
public record MimicEdVisits(Path folder) {
    private static final Map<String, TriageInput> VITALS = Map.of(
            "heartrate", TriageInput.HR,
            "resprate", TriageInput.RR,
            "o2sat", TriageInput.SPO2,
            "sbp", TriageInput.SBP,
            "dbp", TriageInput.DBP);
    private static final Map<String, Double> ARRIVALS = Map.of("AMBULANCE", 2.0, "HELICOPTER", 2.0, "WALK IN", 3.0);
    /** Some temperatures of the Fahrenheit column are in Celsius. */
    private static final double FAHRENHEIT = 80;

    /** Reads the visits with a level. */
    public List<VisitRow> read() throws IOException {
        Map<String, NamedCsvRecord> stays = new HashMap<>();
        rows(folder.resolve("edstays.csv.gz")).forEach(stay -> stays.put(stay.getField("stay_id"), stay));
        List<VisitRow> visits = new ArrayList<>();
        for (NamedCsvRecord triage : rows(folder.resolve("triage.csv.gz"))) {
            if (!triage.getField("acuity").isEmpty()) {
                visits.add(row(triage, stays.get(triage.getField("stay_id"))));
            }
        }
        return visits;
    }

    private static VisitRow row(NamedCsvRecord triage, NamedCsvRecord stay) {
        return new VisitRow(
                triage.getStartingLineNumber(),
                triage.getField("stay_id"),
                new TriageVisit(known(triage, stay), triage.getField("chiefcomplaint")),
                List.of(),
                (int) number(triage, "acuity"));
    }

    private static Map<TriageInput, Double> known(NamedCsvRecord triage, NamedCsvRecord stay) {
        Map<TriageInput, Double> known = TriageVisit.emptyValues();
        VITALS.forEach((column, input) -> TriageVisit.put(known, input, number(triage, column)));
        double temperature = number(triage, "temperature");
        TriageVisit.put(known, TriageInput.TEMP, temperature > FAHRENHEIT ? (temperature - 32) / 1.8 : temperature);
        double pain = number(triage, "pain");
        TriageVisit.put(known, TriageInput.NRS, pain);
        TriageVisit.put(known, TriageInput.PAIN, Math.signum(pain));
        TriageVisit.put(known, TriageInput.SEX, stay.getField("gender").equals("F") ? 1 : 2);
        double arrival = ARRIVALS.getOrDefault(stay.getField("arrival_transport"), Double.NaN);
        TriageVisit.put(known, TriageInput.ARRIVAL, arrival);
        return known;
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

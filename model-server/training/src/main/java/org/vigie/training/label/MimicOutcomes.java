package org.vigie.training.label;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vigie.training.cohort.MimicCohortReader;

/**
 * Reads the outcomes of the MIMIC-IV demo by ICU stay: the admission's {@code hospital_expire_flag} and {@code deathtime}, and the length of
 * the stay.
 *
 * @param folder holds {@code hosp/} and {@code icu/}
 */
public record MimicOutcomes(Path folder) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The length of stay counts from the admission to the unit to the discharge from hospital, as in PhysioNet-2012. */
    public CohortOutcomes read() throws IOException {
        Map<String, NamedCsvRecord> admissions = new HashMap<>();
        MimicCohortReader.rows(
                folder.resolve("hosp/admissions.csv.gz"), row -> admissions.put(row.getField("hadm_id"), row));
        Map<Integer, StayOutcome> outcomes = new HashMap<>();
        MimicCohortReader.rows(
                folder.resolve("icu/icustays.csv.gz"),
                stay -> outcomes.put(
                        Integer.parseInt(stay.getField("stay_id")),
                        outcome(stay, admissions.get(stay.getField("hadm_id")))));
        return CohortOutcomes.of(folder, outcomes);
    }

    private static StayOutcome outcome(NamedCsvRecord stay, NamedCsvRecord admission) {
        String in = stay.getField("intime");
        boolean died = admission.getField("hospital_expire_flag").equals("1");
        return new StayOutcome(
                died, days(in, admission.getField("dischtime")), days(in, admission.getField("deathtime")));
    }

    private static double days(String from, String to) {
        return to.isEmpty()
                ? Double.NaN
                : Math.floor(Duration.between(LocalDateTime.parse(from, TIME), LocalDateTime.parse(to, TIME))
                                .toMinutes()
                        / (24 * 60.0));
    }
}

package org.vigie.training.cohort;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

/**
 * Builds one ICU stay of MIMIC-IV from its events. Height and weight of the first six hours describe the patient. The Glasgow score is the
 * sum of its three parts where they have the same time.
 */
final class MimicStayBuilder {
    private static final Duration AT_ADMISSION = Duration.ofHours(6);

    private final NamedCsvRecord row;
    private final NamedCsvRecord patient;
    private final RecordingCleaner cleaner;
    private final LocalDateTime in;
    private final LocalDateTime out;
    private final Map<String, Double> facts = new HashMap<>();
    private final Map<Duration, Map<String, Double>> glasgow = new TreeMap<>();

    /** @param faults counts the dropped rows */
    MimicStayBuilder(NamedCsvRecord row, NamedCsvRecord patient, Map<UnusedRowReason, Integer> faults) {
        this.row = row;
        this.patient = patient;
        cleaner = new RecordingCleaner(faults);
        in = LocalDateTime.parse(row.getField("intime"), MimicCohortReader.TIME);
        out = LocalDateTime.parse(row.getField("outtime"), MimicCohortReader.TIME);
    }

    String subject() {
        return row.getField("subject_id");
    }

    Duration length() {
        return Duration.between(in, out);
    }

    /** Adds a value of the subject when it was measured within the stay. */
    void offer(LocalDateTime time, String variable, double value, String unit) {
        if (!time.isBefore(in) && !time.isAfter(out)) {
            add(Duration.between(in, time), variable, value, unit);
        }
    }

    private void add(Duration since, String variable, double value, String unit) {
        if (since.compareTo(AT_ADMISSION) < 0) {
            facts.putIfAbsent(variable, inCatalogueUnit(variable, value, unit));
        }
        if (variable.startsWith("gcs_")) {
            glasgow.computeIfAbsent(since, ignored -> new HashMap<>()).put(variable, value);
        } else if (VariableCatalogue.standard().get(variable).series().isPresent()) {
            cleaner.add(since, variable, value, unit);
        }
    }

    RecordedStay recording() {
        glasgow.forEach((since, parts) -> {
            if (parts.size() == 3) {
                double sum = parts.values().stream().mapToDouble(part -> part).sum();
                cleaner.add(since, VariableNames.GCS_TOTAL, sum, "{score}");
            }
        });
        return new RecordedStay(Integer.parseInt(row.getField("stay_id")), statics(), cleaner.cleanedMeasurements());
    }

    private StaticFeatures statics() {
        double age = Double.parseDouble(patient.getField("anchor_age"))
                + in.getYear()
                - Integer.parseInt(patient.getField("anchor_year"));
        return new StaticFeatures(
                age,
                patient.getField("gender").equals("F") ? AdministrativeSex.FEMALE : AdministrativeSex.MALE,
                facts.getOrDefault(VariableNames.HEIGHT, Double.NaN),
                facts.getOrDefault(VariableNames.WEIGHT, Double.NaN),
                unit(row.getField("first_careunit")));
    }

    private static double inCatalogueUnit(String variable, double value, String unit) {
        return VariableCatalogue.standard()
                .get(variable)
                .conversionFrom(unit)
                .orElseThrow()
                .apply(value);
    }

    private static UnitType unit(String careUnit) {
        if (careUnit.startsWith("Coronary")) {
            return UnitType.CORONARY;
        }
        if (careUnit.startsWith("Cardiac Vascular")) {
            return UnitType.CARDIAC_SURGERY;
        }
        if (careUnit.startsWith("Medical")) {
            return UnitType.MEDICAL;
        }
        return careUnit.contains("Surgical Intensive") || careUnit.startsWith("Trauma")
                ? UnitType.SURGICAL
                : UnitType.UNKNOWN;
    }
}

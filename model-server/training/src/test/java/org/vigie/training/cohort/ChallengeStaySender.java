package org.vigie.training.cohort;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Sends one stay of PhysioNet-2012 as a hospital would: an admission, and one message for each minute with its
 * measurements.
 */
final class ChallengeStaySender {
    static final Instant ADMITTED = Instant.parse("2026-03-01T07:40:00Z");

    private static final List<String> FACTS = List.of("RecordID", "Age", "Gender", "Height", "ICUType");
    private static final List<UnitTypeRecord> UNITS = List.of(
            UnitTypeRecord.CORONARY, UnitTypeRecord.CARDIAC_SURGERY, UnitTypeRecord.MEDICAL, UnitTypeRecord.SURGICAL);

    private final String stay;
    private final Map<String, Double> facts = new TreeMap<>();
    private final TreeMap<Instant, List<ReadingRecord>> messages = new TreeMap<>();

    ChallengeStaySender(String stay, String text) {
        this.stay = stay;
        text.lines().skip(1).map(line -> line.split(",", -1)).forEach(this::row);
    }

    Stay admission() {
        return Stay.newBuilder()
                .setStay(stay)
                .setPatient(stay)
                .setBed("REA/" + stay)
                .setFrom(ADMITTED)
                .setAdmittedAt(ADMITTED)
                .setAge(facts.get("Age"))
                .setSex(List.of(
                                AdministrativeSexRecord.UNKNOWN,
                                AdministrativeSexRecord.FEMALE,
                                AdministrativeSexRecord.MALE)
                        .get(1 + facts.getOrDefault("Gender", -1.0).intValue()))
                .setHeightCm(facts.get("Height"))
                .setWeightKg(facts.get("Weight"))
                .setUnitKind(UNITS.get(facts.get("ICUType").intValue() - 1))
                .build();
    }

    /** What was measured from {@code from} until before {@code until}. */
    List<Observation> observations(Duration from, Duration until) {
        List<Observation> observations = new ArrayList<>();
        messages.subMap(ADMITTED.plus(from), ADMITTED.plus(until))
                .forEach((at, readings) -> observations.add(new Observation(
                        "chart", "chart-" + stay, "REA/" + stay, stay + at, 0L, at, at, readings, List.of())));
        return observations;
    }

    private void row(String[] fields) {
        Instant at = ADMITTED.plus(Duration.parse("PT" + fields[0].replace(":", "H") + "M"));
        double value = Double.parseDouble(fields[2]);
        String name = fields[1];
        if (value == -1) {
            return;
        }
        if (FACTS.contains(name) || (name.equals("Weight") && at.equals(ADMITTED))) {
            facts.putIfAbsent(name, value);
        }
        VariableCatalogue.standard()
                .findChallenge2012(name)
                .ifPresent(variable -> messages.computeIfAbsent(at, ignored -> new ArrayList<>())
                        .add(reading(name, variable, value, at)));
    }

    private static ReadingRecord reading(String name, Variable variable, double value, Instant at) {
        return switch (name) {
            case "FiO2" -> sent(variable, value, "1", at);
            case "Mg" -> sent(variable, value, "mg/dL", at);
            case "pH" -> sent(variable, value > 600 ? value / 100 : value > 60 ? value / 10 : value, "[pH]", at);
            default -> sent(variable, value, variable.unit(), at);
        };
    }

    private static ReadingRecord sent(Variable variable, double value, String unit, Instant at) {
        return new ReadingRecord(variable.name(), value, null, unit, MeasurementStatusRecord.VALID, at, "");
    }
}

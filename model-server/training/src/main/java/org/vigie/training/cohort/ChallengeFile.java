package org.vigie.training.cohort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.feature.Statics.Sex;
import org.vigie.signal.feature.Statics.Unit;

/** One stay in the format of PhysioNet-2012: {@code Time,Parameter,Value}, time as HH:MM since admission. */
final class ChallengeFile {
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final List<Unit> UNITS = List.of(Unit.CORONARY, Unit.CARDIAC_SURGERY, Unit.MEDICAL, Unit.SURGICAL);

    private final int id;
    private final Map<Fault, Integer> faults;
    private final List<Measurement> measurements = new ArrayList<>();
    private double age = Double.NaN;
    private double height = Double.NaN;
    private double weight = Double.NaN;
    private Sex sex = Sex.UNKNOWN;
    private Unit unit = Unit.UNKNOWN;
    private boolean weightSeen;

    /** @param faults counts what is dropped */
    ChallengeFile(int id, Map<Fault, Integer> faults) {
        this.id = id;
        this.faults = faults;
    }

    Recording read(String text) {
        text.lines().skip(1).filter(line -> !line.isBlank()).forEach(this::row);
        return new Recording(id, new Statics(age, sex, height, weight, unit), measurements);
    }

    private void row(String line) {
        String[] fields = line.split(",", -1);
        Matcher time = fields.length == 3 ? TIME.matcher(fields[0].trim()) : null;
        if (time == null || !time.matches()) {
            drop(Fault.MALFORMED);
        } else if (fields[1].isBlank()) {
            drop(Fault.NO_NAME);
        } else {
            Duration since = Duration.ofHours(Long.parseLong(time.group(1))).plusMinutes(Long.parseLong(time.group(2)));
            number(since, fields[1].trim(), fields[2].trim());
        }
    }

    private void number(Duration since, String name, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            drop(Fault.NOT_A_NUMBER);
            return;
        }
        if (!Double.isFinite(value)) {
            drop(Fault.NOT_A_NUMBER);
        } else if (value == -1) {
            drop(Fault.NOT_RECORDED);
            weightSeen |= name.equals("Weight");
        } else if (!isStatic(name, value)) {
            measurement(since, name, value);
        }
    }

    /** The first weight describes the patient; later ones are a series. */
    private boolean isStatic(String name, double value) {
        switch (name) {
            case "RecordID" -> {}
            case "Age" -> age = value;
            case "Gender" -> sex = value == 0 ? Sex.FEMALE : value == 1 ? Sex.MALE : Sex.UNKNOWN;
            case "Height" -> height = value;
            case "ICUType" -> unit = value >= 1 && value <= 4 ? UNITS.get((int) value - 1) : Unit.UNKNOWN;
            case "Weight" -> {
                if (weightSeen) {
                    return false;
                }
                weightSeen = true;
                weight = value;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void measurement(Duration since, String name, double recorded) {
        Optional<Variable> variable = VariableCatalogue.standard().findChallenge2012(name);
        if (variable.isEmpty()) {
            drop(Fault.UNKNOWN_NAME);
            return;
        }
        double value = inCatalogueUnit(variable.get(), recorded);
        if (!variable.get().hard().contains(value)) {
            drop(Fault.OUTSIDE_HARD_RANGE);
        } else if (!variable.get().soft().contains(value)) {
            drop(Fault.OUTSIDE_SOFT_RANGE);
        } else {
            measurements.add(new Measurement(since, variable.get(), value));
        }
    }

    /** FiO2 is recorded as a fraction; of some pH the decimal point was lost: 735 or 73.5 for 7.35. */
    private static double inCatalogueUnit(Variable variable, double recorded) {
        return switch (variable.name()) {
            case "fio2" -> variable.conversionFrom("1").orElseThrow().apply(recorded);
            case "ph" ->
                recorded >= 650 && recorded <= 800
                        ? recorded / 100
                        : recorded >= 65 && recorded <= 80 ? recorded / 10 : recorded;
            default -> recorded;
        };
    }

    private void drop(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
    }
}

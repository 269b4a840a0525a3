package org.vigie.training.cohort;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

/** Reads one stay in the format of PhysioNet-2012: {@code Time,Parameter,Value}, with the time as HH:MM since admission. */
final class Physionet2012StayFile {
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final String HEAD = "Time,";
    private static final Set<String> STATICS = Set.of("RecordID", "Age", "Gender", "Height", "ICUType");

    private static final List<UnitType> CARE_UNITS =
            List.of(UnitType.CORONARY, UnitType.CARDIAC_SURGERY, UnitType.MEDICAL, UnitType.SURGICAL);

    private final int id;
    private final Map<UnusedRowReason, Integer> faults;
    private final RecordingCleaner cleaner;
    private double age = Double.NaN;
    private double height = Double.NaN;
    private double weight = Double.NaN;
    private AdministrativeSex sex = AdministrativeSex.UNKNOWN;
    private UnitType unit = UnitType.UNKNOWN;

    /** @param faults counts the dropped rows */
    Physionet2012StayFile(int id, Map<UnusedRowReason, Integer> faults) {
        this.id = id;
        this.faults = faults;
        cleaner = new RecordingCleaner(faults);
    }

    RecordedStay read(String text) {
        text.lines().filter(line -> !line.isBlank() && !line.startsWith(HEAD)).forEach(this::row);
        return new RecordedStay(id, new StaticFeatures(age, sex, height, weight, unit), cleaner.cleanedMeasurements());
    }

    private void row(String line) {
        String[] fields = line.split(",", -1);
        Matcher time = fields.length == 3 ? TIME.matcher(fields[0].trim()) : null;
        if (time == null || !time.matches()) {
            drop(UnusedRowReason.MALFORMED);
        } else if (fields[1].isBlank()) {
            drop(UnusedRowReason.NO_NAME);
        } else {
            Duration since = Duration.ofHours(Long.parseLong(time.group(1))).plusMinutes(Long.parseLong(time.group(2)));
            number(since, fields[1].trim(), fields[2].trim());
        }
    }

    private void number(Duration since, String name, String text) {
        Optional<Double> value = parsed(text);
        if (value.isEmpty()) {
            drop(UnusedRowReason.NOT_A_NUMBER);
        } else if (value.get() == -1) {
            drop(UnusedRowReason.NOT_RECORDED);
        } else if (!isStatic(since, name, value.get())) {
            measurement(since, name, value.get());
        }
    }

    private static Optional<Double> parsed(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the value describes the patient. The weight at admission does so, and is the first value of its series as well, as
     * in the live stream.
     */
    private boolean isStatic(Duration since, String name, double value) {
        switch (name) {
            case "RecordID" -> {}
            case "Age" -> age = value;
            case "Gender" -> sex = sex(value);
            case "Height" -> height = value;
            case "ICUType" -> unit = value >= 1 && value <= 4 ? CARE_UNITS.get((int) value - 1) : UnitType.UNKNOWN;
            case "Weight" -> weight = since.isZero() && Double.isNaN(weight) ? value : weight;
            default -> {}
        }
        return STATICS.contains(name);
    }

    private static AdministrativeSex sex(double gender) {
        return gender == 0
                ? AdministrativeSex.FEMALE
                : gender == 1 ? AdministrativeSex.MALE : AdministrativeSex.UNKNOWN;
    }

    private void measurement(Duration since, String name, double recorded) {
        Optional<Variable> variable = VariableCatalogue.standard().findChallenge2012(name);
        if (variable.isEmpty()) {
            drop(UnusedRowReason.UNKNOWN_NAME);
        } else {
            cleaner.add(
                    since,
                    variable.get().name(),
                    withItsPoint(name, recorded),
                    Physionet2012Units.unit(variable.get()));
        }
    }

    /** Restores the decimal point that some pH values lack: 735 or 73.5 for 7.35. */
    private static double withItsPoint(String name, double recorded) {
        if (!name.equals("pH")) {
            return recorded;
        }
        boolean twice = recorded >= 650 && recorded <= 800;
        boolean once = recorded >= 65 && recorded <= 80;
        return twice ? recorded / 100 : once ? recorded / 10 : recorded;
    }

    private void drop(UnusedRowReason reason) {
        faults.merge(reason, 1, Integer::sum);
    }
}

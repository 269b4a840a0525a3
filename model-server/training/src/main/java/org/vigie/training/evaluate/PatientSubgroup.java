package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.vigie.signal.window.StaticFeatures;

/** Lists the groups of patients for which a model is evaluated on its own. Sex, age band and unit each divide all patients. */
public record PatientSubgroup(String name, Predicate<StaticFeatures> members) {
    private static final List<Integer> AGES = List.of(50, 65, 80);

    /** Lists the groups by sex, age band and kind of unit; unknown is a group too. */
    public static List<PatientSubgroup> all() {
        List<PatientSubgroup> groups = new ArrayList<>();
        for (StaticFeatures.AdministrativeSex sex : StaticFeatures.AdministrativeSex.values()) {
            groups.add(new PatientSubgroup("sex " + word(sex), staticFeatures -> staticFeatures.sex() == sex));
        }
        groups.addAll(ages());
        for (StaticFeatures.UnitType unit : StaticFeatures.UnitType.values()) {
            groups.add(new PatientSubgroup("unit " + word(unit), staticFeatures -> staticFeatures.unit() == unit));
        }
        return groups;
    }

    private static List<PatientSubgroup> ages() {
        List<PatientSubgroup> groups = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (int to : AGES) {
            groups.add(age(from, to));
            from = to;
        }
        groups.add(age(from, Double.POSITIVE_INFINITY));
        groups.add(new PatientSubgroup("age unknown", staticFeatures -> Double.isNaN(staticFeatures.age())));
        return groups;
    }

    private static PatientSubgroup age(double from, double to) {
        String name = Double.isInfinite(from)
                ? "age under " + (int) to
                : Double.isInfinite(to)
                        ? "age " + (int) from + " and over"
                        : "age " + (int) from + " to " + ((int) to - 1);
        return new PatientSubgroup(name, staticFeatures -> staticFeatures.age() >= from && staticFeatures.age() < to);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

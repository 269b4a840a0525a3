package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.vigie.signal.feature.Statics;

/** A part of the patients that a model must serve as well as the others. Sex, age band and unit each part all patients. */
public record Subgroup(String name, Predicate<Statics> members) {
    private static final List<Integer> AGES = List.of(50, 65, 80);

    /** By sex, age band and kind of unit; an unknown one is a group too. */
    public static List<Subgroup> all() {
        List<Subgroup> groups = new ArrayList<>();
        for (Statics.Sex sex : Statics.Sex.values()) {
            groups.add(new Subgroup("sex " + word(sex), statics -> statics.sex() == sex));
        }
        double from = Double.NEGATIVE_INFINITY;
        for (int to : AGES) {
            groups.add(age(from, to));
            from = to;
        }
        groups.add(age(from, Double.POSITIVE_INFINITY));
        groups.add(new Subgroup("age unknown", statics -> Double.isNaN(statics.age())));
        for (Statics.Unit unit : Statics.Unit.values()) {
            groups.add(new Subgroup("unit " + word(unit), statics -> statics.unit() == unit));
        }
        return groups;
    }

    private static Subgroup age(double from, double to) {
        String name = Double.isInfinite(from)
                ? "age under " + (int) to
                : Double.isInfinite(to)
                        ? "age " + (int) from + " and over"
                        : "age " + (int) from + " to " + ((int) to - 1);
        return new Subgroup(name, statics -> statics.age() >= from && statics.age() < to);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

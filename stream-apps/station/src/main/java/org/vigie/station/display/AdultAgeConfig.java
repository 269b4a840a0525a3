package org.vigie.station.display;

import java.util.Map;

/**
 * Configures from which age the limits and scores of a unit are meant for its patients. The shipped ones are those of adults: NEWS2 holds
 * from 16 years (Royal College of Physicians, 2017).
 *
 * @param from years from which the unit's limits, triage and scores hold; 0: at every age
 * @param byUnit units that differ, such as one for children with a rule file of its own: {@code {PED: 0}}
 */
public record AdultAgeConfig(int from, Map<String, Integer> byUnit) {
    private static final int OLDEST = 21;

    /** @throws IllegalArgumentException naming the key and the value that is wrong */
    public AdultAgeConfig {
        check("from", from);
        byUnit = Map.copyOf(byUnit);
        byUnit.forEach((unit, age) -> check("byUnit." + unit, age));
    }

    private static void check(String key, int age) {
        if (age < 0 || age > OLDEST) {
            throw new IllegalArgumentException(key + ": must be 0 to " + OLDEST + " years, was " + age);
        }
    }

    public static AdultAgeConfig defaults() {
        return new AdultAgeConfig(16, Map.of());
    }

    /** Returns the age from which the rules of a unit hold. */
    public int at(String unit) {
        return byUnit.getOrDefault(unit, from);
    }
}

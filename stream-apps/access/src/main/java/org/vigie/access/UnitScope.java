package org.vigie.access;

import java.util.HashSet;
import java.util.Set;

/**
 * Holds the units that a principal may see.
 *
 * @param units names as in the beds' names before the first slash; {@code *} stands for every unit
 */
public record UnitScope(Set<String> units) {
    private static final String EVERY = "*";

    public UnitScope {
        units = Set.copyOf(units);
    }

    /** Returns the scope of every unit. */
    public static UnitScope everyUnit() {
        return new UnitScope(Set.of(EVERY));
    }

    /** Returns the scope of these units. */
    public static UnitScope of(String... units) {
        return new UnitScope(Set.of(units));
    }

    /** Returns true when the unit is in this scope. */
    public boolean covers(String unit) {
        return units.contains(EVERY) || units.contains(unit);
    }

    /** Returns true when the bed is of a unit in this scope. */
    public boolean coversBed(String bed) {
        return covers(unitOf(bed));
    }

    /** Returns this scope and one more unit. */
    public UnitScope with(String unit) {
        Set<String> more = new HashSet<>(units);
        more.add(unit);
        return new UnitScope(more);
    }

    /** Returns the unit of a bed: {@code REA} of {@code REA/03}. A name without a slash is a unit of its own. */
    public static String unitOf(String bed) {
        int slash = bed.indexOf('/');
        return slash < 0 ? bed : bed.substring(0, slash);
    }
}

package org.vigie.terminology;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;

/**
 * Finds the conversion from a sent unit to the unit of the variable. A sent unit is UCUM, a number or a name of MDC, or a vendor's own
 * word.
 */
public final class SentUnitConversions {
    /** Units that differ by their case only. French laboratories write G/L for 10*9/L. */
    private static final Map<String, String> EXACT = Map.of("G/L", "10*9/L");

    private static final Map<String, String> UCUM = aliases();

    /**
     * The first number of the units of MDC (its fourth partition). Beside a smaller number ({@code 1^MDC_DIM_PERCENT}) the name counts.
     */
    private static final int FIRST_OF_MDC = 4 << 16;

    /** Conversions that were found before. Senders use few units. Safe for use by many threads, since each entry is immutable. */
    private static final CachedConversion[] HELD = new CachedConversion[1 << 10];

    /** Holds a conversion with the unit and the variable that it was found for. */
    private record CachedConversion(Variable variable, List<SentCode> units, Optional<UnitConversion> conversion) {}

    private SentUnitConversions() {}

    /** Returns the unit in UCUM, or the unit as sent when it is not known. */
    public static String ucum(String unit) {
        String exact = EXACT.get(unit);
        if (exact != null) {
            return exact;
        }
        int number = SentCode.number(unit);
        String known = UCUM.get(number > 0 ? Integer.toString(number) : unit.toLowerCase(Locale.ROOT));
        return known != null ? known : unit;
    }

    /** Separates the words for one unit, so that all of them must agree. A name of MDC stays with the number that it corrects. */
    public static List<SentCode> separateWords(List<SentCode> units) {
        List<SentCode> words = new ArrayList<>(units.size() + 1);
        for (SentCode unit : units) {
            if (unit.code().isEmpty() || unit.name().isEmpty() || isByName(unit)) {
                words.add(unit);
            } else {
                words.add(new SentCode(unit.system(), unit.code(), ""));
                words.add(new SentCode(unit.system(), "", unit.name()));
            }
        }
        return List.copyOf(words);
    }

    /** Returns the conversion to the variable's unit. Empty when no unit is known, or when two units contradict each other. */
    public static Optional<UnitConversion> conversion(Variable variable, List<SentCode> units) {
        int slot = 31 * units.hashCode() + variable.name().hashCode();
        slot = (slot ^ slot >>> 12) & (HELD.length - 1);
        CachedConversion cached = HELD[slot];
        if (cached == null || !cached.variable.name().equals(variable.name()) || !cached.units.equals(units)) {
            cached = new CachedConversion(variable, List.copyOf(units), agreed(variable, units));
            HELD[slot] = cached;
        }
        return cached.conversion;
    }

    private static Optional<UnitConversion> agreed(Variable variable, List<SentCode> units) {
        Optional<UnitConversion> agreed = Optional.empty();
        for (SentCode unit : units) {
            Optional<UnitConversion> found = isByName(unit)
                    ? conversion(variable, unit.name())
                    : conversion(variable, unit.code()).or(() -> conversion(variable, unit.name()));
            if (found.isPresent() && agreed.isPresent() && !found.equals(agreed)) {
                return Optional.empty();
            }
            agreed = agreed.or(() -> found);
        }
        return agreed;
    }

    private static boolean isByName(SentCode unit) {
        return unit.name().startsWith("MDC_DIM_") && SentCode.number(unit.code()) < FIRST_OF_MDC;
    }

    private static Optional<UnitConversion> conversion(Variable variable, String unit) {
        return unit.isEmpty()
                ? Optional.empty()
                : variable.conversionFrom(unit)
                        .or(() -> variable.conversionFrom(ucum(unit)))
                        .or(() -> variable.conversionFrom(UCUM.getOrDefault(unit.toLowerCase(Locale.ROOT), unit)));
    }

    private static Map<String, String> aliases() {
        Map<String, String> all = new HashMap<>();
        for (NamedCsvRecord row : new CodeTable("units.csv").rows()) {
            String ucum = row.getField("ucum");
            all.put(ucum.toLowerCase(Locale.ROOT), ucum);
            for (String alias : row.getField("aliases").split("\\|", -1)) {
                all.put(alias.toLowerCase(Locale.ROOT), ucum);
            }
        }
        return Map.copyOf(all);
    }
}

package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;

/** From a sender's unit (UCUM, MDC by number or name, or what vendors write) to the catalogue's. */
public final class SentUnitConversions {
    /** Units whose case tells them apart: French laboratories write G/L for 10*9/L. */
    private static final Map<String, String> EXACT = Map.of("G/L", "10*9/L");

    private static final Map<String, String> UCUM = aliases();

    /** MDC's units are its fourth partition; beside a lesser number ({@code 1^MDC_DIM_PERCENT}) the name counts. */
    private static final int FIRST_OF_MDC = 4 << 16;

    /** Senders use few units: what was found is held. Safe for use by many threads, since each is immutable. */
    private static final CachedConversion[] HELD = new CachedConversion[1 << 10];

    private record CachedConversion(Variable variable, List<SentCode> units, Optional<UnitConversion> conversion) {}

    private SentUnitConversions() {}

    /** What {@code unit} is in UCUM; itself when it is not known. */
    public static String ucum(String unit) {
        String exact = EXACT.get(unit);
        if (exact != null) {
            return exact;
        }
        int number = SentCode.number(unit);
        String known = UCUM.get(number > 0 ? Integer.toString(number) : unit.toLowerCase(Locale.ROOT));
        return known != null ? known : unit;
    }

    /** Each word for a unit on its own, so that all of them must agree; a name of MDC stays with the number that it corrects. */
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

    /** How to come from {@code units} to the variable's; empty when none is known, or when two say different things. */
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

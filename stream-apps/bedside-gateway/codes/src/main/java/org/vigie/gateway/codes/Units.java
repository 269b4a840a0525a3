package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.Conversion;
import org.vigie.schemas.variable.Variable;

/** From a sender's unit (UCUM, MDC by number or name, or what vendors write) to the catalogue's. */
public final class Units {
    /** Units whose case tells them apart: French laboratories write G/L for 10*9/L. */
    private static final Map<String, String> EXACT = Map.of("G/L", "10*9/L");

    private static final Map<String, String> UCUM = aliases();

    /** MDC's units are its fourth partition; beside a lesser number ({@code 1^MDC_DIM_PERCENT}) the name counts. */
    private static final int FIRST_OF_MDC = 4 << 16;

    /** Senders use few units: what was found is held. Safe for use by many threads, since each is immutable. */
    private static final Held[] HELD = new Held[1 << 10];

    private record Held(Variable variable, List<Code> units, Optional<Conversion> conversion) {}

    private Units() {}

    /** What {@code unit} is in UCUM; itself when it is not known. */
    public static String ucum(String unit) {
        String exact = EXACT.get(unit);
        if (exact != null) {
            return exact;
        }
        int number = Code.number(unit);
        String known = UCUM.get(number > 0 ? Integer.toString(number) : unit.toLowerCase(Locale.ROOT));
        return known != null ? known : unit;
    }

    /** Each word for a unit on its own, so that all of them must agree; a name of MDC stays with the number that it corrects. */
    public static List<Code> apart(List<Code> units) {
        List<Code> words = new ArrayList<>(units.size() + 1);
        for (Code unit : units) {
            if (unit.code().isEmpty() || unit.name().isEmpty() || isByName(unit)) {
                words.add(unit);
            } else {
                words.add(new Code(unit.system(), unit.code(), ""));
                words.add(new Code(unit.system(), "", unit.name()));
            }
        }
        return List.copyOf(words);
    }

    /** How to come from {@code units} to the variable's; empty when none is known, or when two say different things. */
    public static Optional<Conversion> conversion(Variable variable, List<Code> units) {
        int slot = 31 * units.hashCode() + variable.name().hashCode();
        slot = (slot ^ slot >>> 12) & (HELD.length - 1);
        Held held = HELD[slot];
        if (held == null || !held.variable.name().equals(variable.name()) || !held.units.equals(units)) {
            held = new Held(variable, List.copyOf(units), agreed(variable, units));
            HELD[slot] = held;
        }
        return held.conversion;
    }

    private static Optional<Conversion> agreed(Variable variable, List<Code> units) {
        Optional<Conversion> agreed = Optional.empty();
        for (Code unit : units) {
            Optional<Conversion> found = isByName(unit)
                    ? conversion(variable, unit.name())
                    : conversion(variable, unit.code()).or(() -> conversion(variable, unit.name()));
            if (found.isPresent() && agreed.isPresent() && !found.equals(agreed)) {
                return Optional.empty();
            }
            agreed = agreed.or(() -> found);
        }
        return agreed;
    }

    private static boolean isByName(Code unit) {
        return unit.name().startsWith("MDC_DIM_") && Code.number(unit.code()) < FIRST_OF_MDC;
    }

    private static Optional<Conversion> conversion(Variable variable, String unit) {
        return unit.isEmpty()
                ? Optional.empty()
                : variable.conversionFrom(unit)
                        .or(() -> variable.conversionFrom(ucum(unit)))
                        .or(() -> variable.conversionFrom(UCUM.getOrDefault(unit.toLowerCase(Locale.ROOT), unit)));
    }

    private static Map<String, String> aliases() {
        Map<String, String> all = new HashMap<>();
        for (NamedCsvRecord row : Table.rows("units.csv")) {
            String ucum = row.getField("ucum");
            all.put(ucum.toLowerCase(Locale.ROOT), ucum);
            for (String alias : row.getField("aliases").split("\\|", -1)) {
                all.put(alias.toLowerCase(Locale.ROOT), ucum);
            }
        }
        return Map.copyOf(all);
    }
}

package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

    /** How to come from the first known of {@code units} to the variable's unit. */
    public static Optional<Conversion> conversion(Variable variable, List<Code> units) {
        for (Code unit : units) {
            boolean byName = unit.name().startsWith("MDC_DIM_") && Code.number(unit.code()) < FIRST_OF_MDC;
            Optional<Conversion> found = byName
                    ? conversion(variable, unit.name())
                    : conversion(variable, unit.code()).or(() -> conversion(variable, unit.name()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
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

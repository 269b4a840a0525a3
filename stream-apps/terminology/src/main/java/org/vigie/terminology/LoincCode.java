package org.vigie.terminology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Describes a LOINC code and the one variable that it stands for.
 *
 * @param onlyUnit the only unit that its values may have; empty when each unit of the variable has the same meaning. Urea in mg/dL is another
 *     quantity than urea nitrogen in mg/dL
 */
public record LoincCode(String code, Variable variable, String onlyUnit) {
    /** Returns the codes of {@code codes.csv} and of the catalogue. Of several variables with one code the first one counts. */
    public static List<LoincCode> all() {
        Map<String, LoincCode> codes = new LinkedHashMap<>();
        new CodeTable("codes.csv")
                .rows().stream()
                        .filter(row -> row.getField("system").equals("LOINC"))
                        .map(row -> new LoincCode(
                                row.getField("code"),
                                VariableCatalogue.standard().get(row.getField("variable")),
                                row.getField("only_unit")))
                        .forEach(code -> codes.putIfAbsent(code.code(), code));
        VariableCatalogue.standard().all().stream()
                .filter(variable -> !variable.loinc().isEmpty())
                .forEach(
                        variable -> codes.putIfAbsent(variable.loinc(), new LoincCode(variable.loinc(), variable, "")));
        return List.copyOf(codes.values());
    }

    /** Returns the conversion from a sent unit to the variable's unit; empty for a unit that is missing, unknown or not allowed. */
    public Optional<UnitConversion> conversionFrom(String unit) {
        boolean allowed = onlyUnit.isEmpty() || SentUnitConversions.ucum(unit).equals(onlyUnit);
        return allowed
                ? SentUnitConversions.conversion(variable, List.of(new SentCode("", unit, "")))
                : Optional.empty();
    }
}

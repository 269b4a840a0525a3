package org.vigie.terminology;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Maps the codes of MDC and LOINC that name exactly one variable, from {@code codes.csv}. A code of MDC is found by its number, and by its
 * name when it has no known number. Immutable.
 */
final class ExactCodeTable {
    private final Map<Integer, Variable> mdcNumbers = new HashMap<>();
    private final Map<String, Variable> mdcNames = new HashMap<>();
    private final Map<String, Variable> loinc = new HashMap<>();
    private final Map<String, String> onlyUnits = new HashMap<>();

    /** The standard's name of each code, by system and code. A code with several names has the first. */
    private final Map<String, String> standardNames;

    private ExactCodeTable(List<NamedCsvRecord> rows) {
        standardNames = rows.stream()
                .filter(row -> !row.getField("name").isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getField("system") + "|" + row.getField("code"),
                        row -> row.getField("name"),
                        (first, other) -> first));
        rows.forEach(this::add);
        mdcNames.remove("");
    }

    static ExactCodeTable standard() {
        return new ExactCodeTable(new CodeTable("codes.csv").rows());
    }

    private void add(NamedCsvRecord row) {
        Variable variable = VariableCatalogue.standard().get(row.getField("variable"));
        if (row.getField("system").equals("MDC")) {
            mdcNumbers.put(SentCode.number(row.getField("code")), variable);
            mdcNames.put(row.getField("name"), variable);
        } else {
            loinc.put(row.getField("code"), variable);
            onlyUnits.put(row.getField("code"), row.getField("only_unit"));
        }
    }

    /** Returns the variable of a code, or null. */
    Variable find(SentCode code) {
        return code.definedBy() == CodeSystem.MDC ? mdc(code) : loinc(code);
    }

    /** Returns the variable of a number or a name of MDC, or null. */
    Variable mdc(String word) {
        return word.startsWith("MDC_") ? mdcNames.get(word) : mdcNumbers.get(SentCode.number(word));
    }

    private Variable mdc(SentCode code) {
        Variable byNumber = mdcNumbers.get(SentCode.number(code.code()));
        byNumber = byNumber != null ? byNumber : mdcNumbers.get(SentCode.number(code.name()));
        if (byNumber != null) {
            return byNumber;
        }
        Variable byName = mdcNames.get(code.name());
        return byName != null ? byName : mdcNames.get(code.code());
    }

    /** Finds the variable of a LOINC code. Its number has a check digit, as that of no other system, so the code needs no system. */
    private Variable loinc(SentCode code) {
        return code.system().isEmpty() || code.definedBy() == CodeSystem.LOINC ? loinc.get(code.code()) : null;
    }

    /** Returns the only unit that values of a code may have. Empty when each unit of its variable has the same meaning. */
    String onlyUnit(SentCode code) {
        return code.definedBy() == CodeSystem.MDC ? "" : onlyUnits.getOrDefault(code.code(), "");
    }

    /**
     * Returns the standard's name of a code when it says more than the variable. Empty for the catalogue's own code and for a code that is
     * not in this table.
     */
    String standardName(Variable variable, SentCode code) {
        if (code.definedBy() == CodeSystem.MDC) {
            int number = SentCode.number(code.code());
            String name =
                    standardNames.getOrDefault("MDC|" + number, code.name().isEmpty() ? code.code() : code.name());
            boolean isOwn = variable.mdc().equals(String.valueOf(number))
                    || name.equals(standardNames.get("MDC|" + SentCode.number(variable.mdc())));
            return isOwn ? "" : name;
        }
        boolean isMoreExact = !variable.loinc().equals(code.code()) && loinc(code) != null;
        return isMoreExact ? standardNames.getOrDefault("LOINC|" + code.code(), "LOINC " + code.code()) : "";
    }
}

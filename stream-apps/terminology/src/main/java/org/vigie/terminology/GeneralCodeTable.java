package org.vigie.terminology;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Holds the general codes of {@code general-codes.csv}. Sources: LOINC, ISO/IEEE 11073-10101, the vital-signs profile of FHIR. */
final class GeneralCodeTable {
    private final Map<Integer, GeneralCode> mdcNumbers = new HashMap<>();
    private final Map<String, GeneralCode> mdcNames = new HashMap<>();
    private final Map<String, GeneralCode> loinc = new HashMap<>();

    private GeneralCodeTable() {}

    static GeneralCodeTable standard() {
        var codes = new GeneralCodeTable();
        new CodeTable("general-codes.csv").rows().forEach(codes::add);
        return codes;
    }

    private void add(NamedCsvRecord row) {
        String alone = row.getField("alone");
        var code = new GeneralCode(
                alone.isEmpty() ? Optional.empty() : Optional.of(variable(alone)), among(row.getField("among")));
        if (row.getField("system").equals("LOINC")) {
            loinc.put(row.getField("code"), code);
            return;
        }
        mdcNumbers.put(SentCode.number(row.getField("code")), code);
        if (!row.getField("name").isEmpty()) {
            mdcNames.put(row.getField("name"), code);
        }
    }

    private static Set<Variable> among(String names) {
        return Arrays.stream(names.split("\\|"))
                .filter(name -> !name.isEmpty())
                .map(GeneralCodeTable::variable)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Variable variable(String name) {
        return VariableCatalogue.standard().get(name);
    }

    /** Returns the general code, or null. */
    GeneralCode find(SentCode code) {
        if (code.definedBy() != CodeSystem.MDC) {
            return code.system().isEmpty() || code.definedBy() == CodeSystem.LOINC ? loinc.get(code.code()) : null;
        }
        GeneralCode byNumber = mdcNumbers.get(SentCode.number(code.code()));
        if (byNumber != null) {
            return byNumber;
        }
        GeneralCode byName = mdcNames.get(code.name());
        return byName != null ? byName : mdcNames.get(code.code());
    }

    /** Returns the general code of a number or a name of MDC, or null. */
    GeneralCode mdc(String word) {
        return word.startsWith("MDC_") ? mdcNames.get(word) : mdcNumbers.get(SentCode.number(word));
    }
}
